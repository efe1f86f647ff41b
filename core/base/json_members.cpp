// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_members.h"

#include <algorithm>

namespace boxwright {

namespace {

/// The value of an object that has this member and no other and is spelled without spaces; empty else, and nonsense
/// where the text is not valid JSON.
QByteArrayView onlyValue(QByteArrayView object, QByteArrayView key)
{
    const qsizetype start = key.size() + 4; // {"KEY":
    const bool isIt = object.size() > start && object.startsWith("{\"") && object.sliced(2).startsWith(key) &&
                      object.sliced(start - 2).startsWith("\":") && object.endsWith('}');
    return isIt ? object.sliced(start).chopped(1) : QByteArrayView();
}

} // namespace

JsonMembers::JsonMembers(QByteArrayView object)
{
    JsonCursor cursor(object);
    if (cursor.kind() != JsonCursor::Kind::Object)
        return;
    *this = JsonMembers(cursor);
    if (!cursor.isAtEnd())
        m_members.clear();
}

JsonMembers::JsonMembers(JsonCursor &cursor)
{
    cursor.enterObject();
    for (QByteArrayView key; cursor.nextMember(key);)
        m_members.append({key, cursor.skip()});
    if (cursor.hasFailed())
        m_members.clear();
}

QByteArrayView JsonMembers::value(QByteArrayView key) const
{
    QByteArrayView found;
    for (const Member &member : m_members) {
        if (member.first == key)
            found = member.second;
    }
    return found;
}

std::optional<double> JsonMembers::number(QByteArrayView key) const
{
    return JsonCursor(value(key)).number();
}

std::optional<QString> JsonMembers::text(QByteArrayView key) const
{
    return jsonStringValue(value(key));
}

JsonObjectText::JsonObjectText(QByteArray &text)
    : m_text(text)
{
    m_text += '{';
}

QByteArray &JsonObjectText::key(QByteArrayView key)
{
    member(key, {});
    return m_text;
}

void JsonObjectText::member(QByteArrayView key, QByteArrayView value)
{
    const qsizetype old = m_text.size();
    m_text.resize(old + key.size() + value.size() + (m_isFirst ? 3 : 4));
    char *at = m_text.data() + old;
    if (!m_isFirst)
        *at++ = ',';
    m_isFirst = false;
    *at++ = '"';
    at = std::copy(key.begin(), key.end(), at);
    *at++ = '"';
    *at++ = ':';
    std::copy(value.begin(), value.end(), at);
}

void JsonObjectText::appendRest(const JsonMembers &members, std::initializer_list<QByteArrayView> written)
{
    for (const auto &[name, value] : members) {
        if (std::find(written.begin(), written.end(), name) == written.end())
            member(name, value);
    }
}

void JsonObjectText::close()
{
    m_text += '}';
}

KeptMembers::KeptMembers(const QString &extra, QByteArrayView formatKey)
    : m_text(extra.toUtf8())
{
    if (m_text.isEmpty())
        return;
    m_members = JsonMembers(onlyValue(m_text, formatKey)); // as extra mostly is: one walk instead of two
    if (m_members.isEmpty())
        m_members = JsonMembers(JsonMembers(m_text).value(formatKey));
}

std::optional<QString> jsonStringValue(QByteArrayView value)
{
    const bool isString = value.size() >= 2 && value.startsWith('"');
    return isString ? jsonText(value.sliced(1, value.size() - 2)) : std::nullopt;
}

} // namespace boxwright
