// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_members.h"

namespace boxwright {

/// What AnnotatedImage::extra kept of a manifest's line, taken apart in one walk. Everything is raw text; views point
/// into what this object holds.
class KeptLine
{
public:
    using Members = QVarLengthArray<JsonMembers::Member, 10>;

    /// Empty where `extra` keeps no line.
    explicit KeptLine(const QString &extra);
    KeptLine(const KeptLine &) = delete;
    KeptLine &operator=(const KeptLine &) = delete;

    /// The "source-ref" that the line was read with; empty for none.
    [[nodiscard]] QString source() const { return jsonStringValue(m_source).value_or(QString()); }
    /// The members of the label attribute's value, and of its metadata.
    [[nodiscard]] const JsonMembers &annotated() const { return m_annotated; }
    [[nodiscard]] const JsonMembers &metadata() const { return m_metadata; }
    /// Further members of the line, in order.
    [[nodiscard]] const Members &rest() const { return m_rest; }

private:
    bool take(QByteArrayView object);
    void takeLine(JsonCursor &cursor);

    const QByteArray m_text;
    QByteArrayView m_attribute; ///< without its quotes
    QByteArrayView m_source;
    JsonMembers m_annotated;
    JsonMembers m_metadata;
    Members m_rest;
};

} // namespace boxwright
