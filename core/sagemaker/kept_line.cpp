// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/kept_line.h"

namespace boxwright {

namespace {

constexpr QByteArrayView kKey("sagemaker");
constexpr QByteArrayView kStart("{\"sagemaker\":"); ///< of an `extra` that keeps nothing else
constexpr QByteArrayView kMetadata("-metadata");

JsonMembers objectMembers(JsonCursor &cursor)
{
    if (cursor.kind() == JsonCursor::Kind::Object)
        return JsonMembers(cursor);
    cursor.skip();
    return {};
}

QByteArrayView withoutQuotes(QByteArrayView value)
{
    const bool isText = value.size() > 2 && value.startsWith('"');
    return isText ? value.sliced(1).chopped(1) : QByteArrayView();
}

} // namespace

KeptLine::KeptLine(const QString &extra)
    : m_text(extra.toUtf8())
{
    const QByteArrayView all(m_text);
    const bool mayBeAlone = all.startsWith(kStart) && all.endsWith('}');
    if (!all.isEmpty() && !(mayBeAlone && take(all.sliced(kStart.size()).chopped(1))))
        take(JsonMembers(all).value(kKey));
}

/// False, with nothing taken, where the text is not one object.
bool KeptLine::take(QByteArrayView object)
{
    JsonCursor cursor(object);
    QByteArrayView line;
    bool isTaken = false;
    cursor.enterObject();
    for (QByteArrayView key; cursor.nextMember(key);) {
        if (isJsonKey(key, "attribute")) {
            m_attribute = withoutQuotes(cursor.skip());
            isTaken = false;
        } else if (isJsonKey(key, "line") && cursor.kind() == JsonCursor::Kind::Object) {
            const qsizetype start = cursor.position();
            takeLine(cursor);
            line = object.sliced(start, cursor.position() - start);
            isTaken = true;
        } else {
            cursor.skip();
        }
    }
    const bool isWhole = cursor.isAtEnd();
    if (!isWhole)
        m_attribute = line = {};
    if (!isTaken || !isWhole) { // the attribute came behind the line, or there is none
        JsonCursor again(line);
        takeLine(again);
    }
    return isWhole;
}

void KeptLine::takeLine(JsonCursor &cursor)
{
    m_source = {};
    m_annotated = {};
    m_metadata = {};
    m_rest.clear();
    cursor.enterObject();
    for (QByteArrayView key; cursor.nextMember(key);) {
        const bool isOwn = !m_attribute.isEmpty() && key.startsWith(m_attribute);
        if (isJsonKey(key, "source-ref"))
            m_source = cursor.skip();
        else if (isOwn && key.size() == m_attribute.size())
            m_annotated = objectMembers(cursor);
        else if (isOwn && key.sliced(m_attribute.size()) == kMetadata)
            m_metadata = objectMembers(cursor);
        else
            m_rest.append({key, cursor.skip()});
    }
}

} // namespace boxwright
