// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_members.h"

#include <algorithm>

namespace boxwright {

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
    if (!m_isFirst)
        m_text += ',';
    m_isFirst = false;
    return m_text.append('"').append(key).append("\":");
}

void JsonObjectText::appendRest(const JsonMembers &members, std::initializer_list<QByteArrayView> written)
{
    for (const auto &[name, value] : members) {
        if (std::find(written.begin(), written.end(), name) == written.end())
            key(name).append(value);
    }
}

void JsonObjectText::close()
{
    m_text += '}';
}

KeptMembers::KeptMembers(const QString &extra, QByteArrayView formatKey)
    : m_text(extra.toUtf8())
{
    if (!m_text.isEmpty())
        m_members = JsonMembers(JsonMembers(m_text).value(formatKey));
}

std::optional<QString> jsonStringValue(QByteArrayView value)
{
    const bool isString = value.size() >= 2 && value.startsWith('"');
    return isString ? jsonText(value.sliced(1, value.size() - 2)) : std::nullopt;
}

} // namespace boxwright
