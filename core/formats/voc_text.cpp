// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/voc_xml.h"

#include "core/base/json_members.h"
#include "core/formats/xml_text.h"

#include <QSet>

namespace boxwright {

namespace {

constexpr QByteArrayView kKey("voc"); ///< in `extra`

QByteArray element(const char *tag, const QByteArray &content)
{
    return QByteArray("<") + tag + '>' + content + "</" + tag + '>';
}

QStringList keptParts(const KeptMembers &kept, const QStringList &plain)
{
    QStringList parts;
    JsonCursor cursor(kept.value("parts"));
    if (cursor.kind() != JsonCursor::Kind::Array)
        return plain;
    cursor.enterArray();
    while (cursor.nextElement())
        parts.append(cursor.string().value_or(QString()));
    return parts;
}

/// The corners as the file had them, where they still give this box.
QByteArray corners(const Box &box, QByteArrayView kept)
{
    const QByteArray plain = plainVocBox(box);
    JsonMembers members(kept);
    double values[4];
    int count = 0;
    for (const char *key : {"xmin", "ymin", "xmax", "ymax"}) {
        bool isNumber = false;
        const double value = members.text(key).value_or(QString()).toDouble(&isNumber);
        if (isNumber)
            values[count++] = value;
    }
    const bool isSame = count == 4 && vocBox(values) == box;
    if (!isSame)
        members = JsonMembers(plain);
    QByteArray text("<bndbox>\n");
    for (const auto &[key, value] : members)
        text += "\t\t\t<" + key.toByteArray() + '>' + xmlText(jsonStringValue(value).value_or(QString())) + "</" +
                key.toByteArray() + ">\n";
    return text + "\t\t</bndbox>";
}

/// The flags that VOC's files have, with their elements.
struct FlagElement
{
    const char *tag;
    LabelFlag flag;
};

constexpr FlagElement kFlags[] = {
    {"truncated", LabelFlag::Truncated}, {"difficult", LabelFlag::Difficult}, {"occluded", LabelFlag::Occluded}};

QByteArray objectPart(const VocObject &object, const QString &part, const KeptMembers &kept)
{
    if (part == QLatin1String("name"))
        return element("name", xmlText(object.name));
    if (part == QLatin1String("bndbox"))
        return corners(object.box, kept.value("box"));
    for (const FlagElement &item : kFlags) {
        if (part == QLatin1String(item.tag))
            return element(item.tag, object.flags.testFlag(item.flag) ? "1" : "0");
    }
    return part.startsWith(u'<') ? part.toUtf8() : QByteArray();
}

QByteArray objectText(const VocObject &object)
{
    const KeptMembers kept(object.extra, kKey);
    QStringList parts = keptParts(kept, plainVocObjectParts());
    for (const char *needed : {"name", "bndbox"}) {
        if (!parts.contains(QLatin1String(needed)))
            parts.append(QLatin1String(needed));
    }
    for (const FlagElement &item : kFlags) { // a mark that was set since
        if (object.flags.testFlag(item.flag) && !parts.contains(QLatin1String(item.tag)))
            parts.insert(parts.indexOf(QStringLiteral("bndbox")), QLatin1String(item.tag));
    }
    QByteArray text("<object>\n");
    QSet<QString> written;
    for (const QString &part : std::as_const(parts)) {
        const QByteArray content = objectPart(object, part, kept);
        if (!content.isEmpty() && (part.startsWith(u'<') || !written.contains(part)))
            text += "\t\t" + content + '\n';
        written.insert(part);
    }
    return text + "\t</object>";
}

QByteArray sizeText(const VocText &annotation, const KeptMembers &kept)
{
    const QString depth = kept.text("depth").value_or(QStringLiteral("3"));
    return "<size>\n\t\t" + element("width", QByteArray::number(annotation.size.width())) + "\n\t\t" +
           element("height", QByteArray::number(annotation.size.height())) + "\n\t\t" +
           element("depth", xmlText(depth)) + "\n\t</size>";
}

/// The text with spaces for the tabs at the start of its lines.
QByteArray indented(const QByteArray &text, const QByteArray &indent)
{
    QByteArray result;
    bool isAtStart = true;
    for (const char c : text) {
        if (isAtStart && c == '\t')
            result += indent;
        else
            result += c;
        isAtStart = c == '\n' || (isAtStart && c == '\t');
    }
    return result;
}

/// What a file has that was not read from one: labelImg's elements.
QStringList freshParts(const VocText &annotation)
{
    return {QString::fromUtf8(element("folder", xmlText(annotation.folder))),
            QStringLiteral("filename"),
            QStringLiteral("<source>\n\t\t<database>Unknown</database>\n\t</source>"),
            QStringLiteral("size"),
            QStringLiteral("<segmented>0</segmented>"),
            QStringLiteral("object")};
}

} // namespace

QByteArray vocAnnotationText(const VocText &annotation)
{
    const KeptMembers kept(annotation.extra, kKey);
    QStringList parts = keptParts(kept, kept.isEmpty() ? freshParts(annotation) : plainVocParts());
    for (const QString &needed : plainVocParts()) {
        if (!parts.contains(needed))
            parts.append(needed);
    }
    const QString verified = annotation.isVerified ? QStringLiteral("yes") : kept.text("verified").value_or(QString());
    QByteArray text =
        verified.isEmpty() ? QByteArray("<annotation>\n") : "<annotation verified=\"" + xmlText(verified) + "\">\n";
    for (const QString &part : std::as_const(parts)) {
        if (part == QLatin1String("filename"))
            text += '\t' + element("filename", xmlText(annotation.fileName)) + '\n';
        else if (part == QLatin1String("size") && annotation.size.isValid())
            text += '\t' + sizeText(annotation, kept) + '\n';
        else if (part.startsWith(u'<'))
            text += '\t' + part.toUtf8() + '\n';
        else if (part == QLatin1String("object")) {
            for (const VocObject &object : annotation.objects)
                text += '\t' + objectText(object) + '\n';
        }
    }
    text += "</annotation>\n";
    const QByteArray indent = kept.text("indent").value_or(QString()).toLatin1();
    return indent.isEmpty() ? text : indented(text, indent);
}

} // namespace boxwright
