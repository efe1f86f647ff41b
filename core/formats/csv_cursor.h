// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace boxwright {

/// Walks over the records of CSV text (RFC 4180: commas, quotes doubled inside quotes, line ends allowed inside them),
/// building one record at a time. White space around unquoted fields and empty lines are passed over. The text outlives
/// the cursor.
class CsvCursor
{
public:
    static constexpr qsizetype kMaxRecord = qsizetype{1} << 20; ///< bytes

    explicit CsvCursor(QByteArrayView text);
    /// Goes on where position() and nextLine() were told before.
    CsvCursor(QByteArrayView text, qsizetype position, qint64 line);

    /// The fields of the next record; false after the last and at an error.
    bool next(QStringList &fields);

    [[nodiscard]] qint64 line() const { return m_line; }         ///< of the record that next() gave, from 1
    [[nodiscard]] qsizetype position() const { return m_at; }    ///< where the next record starts, in bytes
    [[nodiscard]] qint64 nextLine() const { return m_nextLine; } ///< and its line
    /// What is wrong at line(), translated; empty where all was well.
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    bool takeField(QStringList &fields, qsizetype limit);
    bool takeQuoted(QStringList &fields, qsizetype limit);

    QByteArrayView m_text;
    qsizetype m_at = 0;
    qint64 m_line = 0;
    qint64 m_nextLine = 1;
    QString m_problem;
};

/// The fields as one record with its line end, quoted where they must be.
QByteArray csvRecord(const QStringList &fields);

} // namespace boxwright
