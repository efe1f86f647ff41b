// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csv_groups.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CsvGroups)
};

constexpr qsizetype kAskEvery = 4096; ///< records

} // namespace

CsvHeader::CsvHeader(const QStringList &names)
{
    for (const QString &name : names)
        m_names.append(name.trimmed().toLower());
}

int CsvHeader::column(const QStringList &names) const
{
    for (const QString &name : names) {
        if (const qsizetype place = m_names.indexOf(name); place >= 0)
            return static_cast<int>(place);
    }
    return -1;
}

CsvGroups::CsvGroups(MappedFile file)
    : m_file(std::move(file))
{
}

CsvHeader CsvGroups::headerOf(const QString &path)
{
    const Result<MappedFile> file = MappedFile::open(path);
    QStringList names;
    if (file)
        CsvCursor(file->text()).next(names);
    return CsvHeader(names);
}

Result<CsvGroups> CsvGroups::open(const QString &path, const QStringList &keyNames, const Going &going)
{
    Result<MappedFile> file = MappedFile::open(path);
    if (!file)
        return failure(file.error());
    CsvGroups groups(*std::move(file));
    if (Result<> built = groups.build(QFileInfo(path).fileName(), keyNames, going); !built)
        return failure(built.error());
    return groups;
}

Result<> CsvGroups::build(const QString &name, const QStringList &keyNames, const Going &going)
{
    const QByteArrayView text = m_file.text();
    CsvCursor cursor(text);
    QStringList fields;
    if (cursor.next(fields))
        m_header = CsvHeader(fields);
    m_keyColumn = m_header.column(keyNames);
    if (m_keyColumn < 0 && cursor.problem().isEmpty())
        return failure(Text::tr("%1: its first line names no column %2").arg(name, keyNames.value(0)));
    // Hashes with this run's seed: two keys that happen to agree are one in 2^64, and nobody can make them.
    std::unordered_map<std::size_t, qsizetype> groups;
    QString last;
    for (qsizetype number = 0;; ++number) {
        const qsizetype position = cursor.position();
        const qint64 line = cursor.nextLine();
        if (!cursor.next(fields))
            break;
        const QString key = fields.value(m_keyColumn);
        if (m_runs.empty() || key != last) {
            const auto group = groups.try_emplace(qHash(key, QHashSeed::globalSeed()), qsizetype(groups.size())).first;
            m_runs.push_back({group->second, position, line, 0});
            last = key;
        }
        ++m_runs.back().count;
        if (number % kAskEvery == 0 && going) {
            if (Result<> goes = going(position, text.size()); !goes)
                return goes;
        }
    }
    if (!cursor.problem().isEmpty())
        return failure(Text::tr("%1, line %2: %3").arg(name).arg(cursor.line()).arg(cursor.problem()));
    std::stable_sort(m_runs.begin(), m_runs.end(), [](const Run &a, const Run &b) { return a.group < b.group; });
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        if (i == 0 || m_runs[i].group != m_runs[i - 1].group)
            m_starts.push_back(i);
    }
    m_starts.push_back(m_runs.size());
    return {};
}

std::vector<CsvRow> CsvGroups::rowsOf(qsizetype group) const
{
    std::vector<CsvRow> rows;
    const auto at = static_cast<std::size_t>(group);
    for (std::size_t i = m_starts[at]; i < m_starts[at + 1]; ++i) {
        CsvCursor cursor(m_file.text(), m_runs[i].position, m_runs[i].line);
        CsvRow row;
        for (qsizetype k = 0; k < m_runs[i].count && cursor.next(row.fields); ++k) {
            row.line = cursor.line();
            rows.push_back(row);
        }
    }
    return rows;
}

} // namespace boxwright
