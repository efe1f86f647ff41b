// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_cursor.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cstring>

namespace boxwright {

/// Where in the line a member stands, with one comma beside it: what is left without it is still an object.
struct Cut
{
    qsizetype from = 0;
    qsizetype to = 0;
    bool isOpen = false; ///< first of its object: the comma to cut comes behind it
};

/// Goes through the members of an object and refuses keys that have escapes or come twice, and too many.
class MemberWalk
{
public:
    static constexpr qsizetype kMaxMembers = 16;

    /// Without escapes in the text, no key needs to be looked through for them.
    MemberWalk(JsonCursor &cursor, bool hasEscapes)
        : m_cursor(cursor)
        , m_hasEscapes(hasEscapes)
    {
        m_isGood = cursor.enterObject();
    }

    bool next()
    {
        QByteArrayView key;
        m_before = m_cursor.position();
        if (!m_isGood || !m_cursor.nextMember(key))
            return false;
        const auto isSame = [key](QByteArrayView other) {
            return other.size() == key.size() && std::memcmp(other.data(), key.data(), std::size_t(key.size())) == 0;
        };
        m_isGood = m_keys.size() < kMaxMembers && !(m_hasEscapes && key.contains('\\')) &&
                   std::none_of(m_keys.begin(), m_keys.end(), isSame);
        m_keys.append(key);
        return m_isGood;
    }

    [[nodiscard]] QByteArrayView key() const { return m_keys.back(); }
    /// Once the value is passed.
    [[nodiscard]] Cut cut() const { return {m_before, m_cursor.position(), m_keys.size() == 1}; }
    /// Whether the object is passed and all was well.
    [[nodiscard]] bool isGood() const { return m_isGood && !m_cursor.hasFailed(); }

private:
    JsonCursor &m_cursor;
    const bool m_hasEscapes;
    QVarLengthArray<QByteArrayView, kMaxMembers + 1> m_keys;
    qsizetype m_before = 0;
    bool m_isGood;
};

} // namespace boxwright
