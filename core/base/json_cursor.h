// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstring>
#include <optional>

namespace boxwright {

/// Walks JSON text (RFC 8259) from front to back without building anything: as fast as the text can be looked at, and
/// with no memory of its own. Whatever is walked over is checked; the first error sticks, and every call after it gives
/// nothing. The text outlives the cursor and every view that it gives. NaN and Infinity are errors, as is nesting
/// beyond kMaxDepth. Usage:
///     cursor.enterObject();
///     for (QByteArrayView key; cursor.nextMember(key);) { ... read or skip() the value ... }
class JsonCursor
{
public:
    static constexpr int kMaxDepth = 60;

    enum class Kind
    {
        Nothing, ///< the text ends here, or there is an error
        Object,
        Array,
        String,
        Number,
        Word ///< true, false, null
    };

    explicit JsonCursor(QByteArrayView text)
        : m_start(text.data())
        , m_at(text.data())
        , m_end(text.data() + text.size())
    {
    }

    /// Of the value that comes next.
    Kind kind();

    /// Opens the object that comes next; false (an error) where none does.
    bool enterObject() { return enter('{'); }
    /// Goes to the next member's value; false at the object's end, which is passed then. The key is raw: without its
    /// quotes, escapes as they are spelled.
    bool nextMember(QByteArrayView &key);
    bool enterArray() { return enter('['); }
    /// Goes to the next element; false at the array's end, which is passed then.
    bool nextElement() { return next(']'); }

    /// The value that comes next, passed then. Empty where it is of another kind: it is passed over all the same.
    std::optional<double> number();
    std::optional<QString> string();
    std::optional<bool> boolean();
    /// The raw text of the value that comes next, whatever it is.
    QByteArrayView skip();

    /// Whether all was well and nothing but white space is left.
    bool isAtEnd();
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }
    [[nodiscard]] bool isTooDeep() const { return m_isTooDeep; }
    /// Where the cursor is, or where the error is: bytes from the start.
    [[nodiscard]] qsizetype position() const { return m_at - m_start; }
    /// Goes to a place where a value starts, as position() gave it there before.
    void seek(qsizetype position);

private:
    void skipSpace()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
    }
    bool fail()
    {
        m_hasFailed = true;
        return false;
    }
    bool enter(char bracket);
    bool next(char bracket);
    QByteArrayView rawString();
    bool passEscape();
    bool passNumber();
    bool passWord();
    void passValue();

    const char *m_start;
    const char *m_at;
    const char *m_end;
    quint64 m_hasItems = 0; ///< one bit per open bracket: whether an item has come
    int m_depth = 0;
    bool m_hasFailed = false;
    bool m_isTooDeep = false;
};

/// Whether a raw key is that word.
template<std::size_t N>
bool isJsonKey(QByteArrayView key, const char (&word)[N])
{
    return key.size() == N - 1 && std::memcmp(key.data(), word, N - 1) == 0;
}

} // namespace boxwright

#include "core/base/json_cursor_inline.h"
