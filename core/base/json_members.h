// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_cursor.h"
#include "core/base/json_text.h"

#include <QVarLengthArray>

#include <initializer_list>
#include <optional>
#include <utility>

namespace boxwright {

/// The members of a JSON object in order, key and value as raw text: what is not understood can be written again as it
/// was. Views into the text that they were taken from.
class JsonMembers
{
public:
    using Member = std::pair<QByteArrayView, QByteArrayView>;

    JsonMembers() = default;
    /// Empty where the text is not one object.
    explicit JsonMembers(QByteArrayView object);
    /// Of the object that comes next; the cursor passes it.
    explicit JsonMembers(JsonCursor &cursor);

    [[nodiscard]] bool isEmpty() const { return m_members.isEmpty(); }
    [[nodiscard]] auto begin() const { return m_members.begin(); }
    [[nodiscard]] auto end() const { return m_members.end(); }

    /// The raw value; empty where there is none. Of two with one key the last counts.
    [[nodiscard]] QByteArrayView value(QByteArrayView key) const;
    /// nullopt where the value is missing or of another kind.
    [[nodiscard]] std::optional<double> number(QByteArrayView key) const;
    [[nodiscard]] std::optional<QString> text(QByteArrayView key) const;

private:
    QVarLengthArray<Member, 10> m_members;
};

/// Writes one object, member by member, to the end of a text.
class JsonObjectText
{
public:
    explicit JsonObjectText(QByteArray &text);

    /// Starts a member; its value is appended to what this returns. `key` is raw: escapes are spelled.
    QByteArray &key(QByteArrayView key);
    /// A whole member; `value` is raw text from elsewhere.
    void member(QByteArrayView key, QByteArrayView value);
    /// Every member whose key is not among `written`, as it is.
    void appendRest(const JsonMembers &members, std::initializer_list<QByteArrayView> written);
    void close();

private:
    QByteArray &m_text;
    bool m_isFirst = true;
};

/// What `extra` (see FormatLabel::extra) kept for one format: the members of the object under its key.
class KeptMembers
{
public:
    KeptMembers(const QString &extra, QByteArrayView formatKey);

    // Views into what is kept here: they do not outlive it.
    [[nodiscard]] const JsonMembers &members() const & { return m_members; }
    const JsonMembers &members() const && = delete;
    [[nodiscard]] QByteArrayView value(QByteArrayView key) const & { return m_members.value(key); }
    QByteArrayView value(QByteArrayView key) const && = delete;

    [[nodiscard]] bool isEmpty() const { return m_members.isEmpty(); }
    [[nodiscard]] std::optional<QString> text(QByteArrayView key) const { return m_members.text(key); }

private:
    QByteArray m_text; ///< the views point here
    JsonMembers m_members;
};

/// The text of a raw JSON value that is a string; nullopt for every other.
std::optional<QString> jsonStringValue(QByteArrayView value);

} // namespace boxwright
