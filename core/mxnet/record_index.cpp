// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/record_index.h"

#include <QCoreApplication>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordIndex)
};

} // namespace

Result<std::vector<RecordIndexEntry>> parseRecordIndex(const QByteArray &text, const QString &name)
{
    std::vector<RecordIndexEntry> entries;
    qsizetype number = 0;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = text.indexOf('\n', at);
        end = end < 0 ? text.size() : end;
        const QByteArrayView line = QByteArrayView(text).sliced(at, end - at).trimmed();
        at = end + 1;
        ++number;
        if (line.isEmpty())
            continue;
        const qsizetype tab = line.indexOf('\t');
        bool hasKey = false;
        bool hasOffset = false;
        RecordIndexEntry entry;
        if (tab > 0) {
            entry.key = line.first(tab).toByteArray().toULongLong(&hasKey);
            entry.offset = line.sliced(tab + 1).toByteArray().toLongLong(&hasOffset);
        }
        if (!hasKey || !hasOffset || entry.offset < 0)
            return failure(Text::tr("%1, line %2: \"%3\" is not a key and a byte offset separated by a tab")
                               .arg(name)
                               .arg(number)
                               .arg(QString::fromUtf8(line.first(std::min<qsizetype>(line.size(), 60)))));
        entries.push_back(entry);
    }
    return entries;
}

QByteArray recordIndexLine(const RecordIndexEntry &entry)
{
    return QByteArray::number(entry.key) + '\t' + QByteArray::number(entry.offset) + '\n';
}

} // namespace boxwright
