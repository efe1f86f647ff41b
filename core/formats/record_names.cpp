// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/record_names.h"

#include "core/formats/line_reader.h"
#include "core/formats/reading.h"
#include "core/mxnet/record_list.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordNames)
};

} // namespace

RecordNames::RecordNames(const QString &recordPath)
{
    const QFileInfo info(recordPath);
    m_file.setFileName(info.path() + u'/' + info.completeBaseName() + QStringLiteral(".lst"));
}

Result<> RecordNames::read(Reading &reading)
{
    if (!m_file.open(QIODevice::ReadOnly))
        return {};
    const QString name = QFileInfo(m_file).fileName();
    LineReader lines(m_file);
    while (const std::optional<QByteArrayView> line = lines.next()) {
        if (line->trimmed().isEmpty())
            continue;
        const Result<RecordListEntry> entry =
            parseRecordListLine(line->toByteArray(), Text::tr("%1, line %2").arg(name).arg(lines.number()));
        if (entry)
            m_lines.push_back({entry->index, lines.offset()});
        else
            reading.note(QStringLiteral("bad-line"), entry.error().message);
        if (Result<> going = reading.advance(0, 0); !going)
            return going;
    }
    std::stable_sort(m_lines.begin(), m_lines.end(), [](const Line &a, const Line &b) { return a.id < b.id; });
    return {};
}

QString RecordNames::name(quint64 id)
{
    const auto after = std::upper_bound(m_lines.begin(), m_lines.end(), id,
                                        [](quint64 wanted, const Line &line) { return wanted < line.id; });
    if (after == m_lines.begin() || std::prev(after)->id != id || !m_file.seek(std::prev(after)->offset))
        return {};
    const Result<RecordListEntry> entry = parseRecordListLine(m_file.readLine(LineReader::kMaxLine), QString());
    return entry ? entry->path : QString();
}

} // namespace boxwright
