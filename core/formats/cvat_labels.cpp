// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/cvat_labels.h"

#include "core/base/json_members.h"
#include "core/formats/xml_text.h"

#include <utility>
#include <vector>

namespace boxwright {

namespace {

constexpr qsizetype kMaxKept = 1024 * 1024; ///< of all labels: later ones keep their names only

struct LabelElement
{
    QString name;
    QString rest;   ///< its other elements
    QString parent; ///< of a bone: the skeleton's class
};

LabelElement readLabel(QXmlStreamReader &xml, XmlElement &element)
{
    LabelElement label;
    while (element.nextChild()) {
        if (xml.name() == QLatin1String("name"))
            label.name = element.text();
        else if (xml.name() == QLatin1String("parent"))
            label.parent = element.text();
        else
            label.rest += element.raw();
    }
    return label;
}

std::vector<LabelElement> labelsOf(QByteArrayView kept)
{
    std::vector<LabelElement> labels;
    JsonCursor rows(kept);
    if (rows.kind() != JsonCursor::Kind::Array || !rows.enterArray())
        return labels;
    while (rows.nextElement()) {
        JsonCursor row(rows.skip());
        QStringList texts;
        if (row.kind() == JsonCursor::Kind::Array && row.enterArray()) {
            while (row.nextElement())
                texts.append(jsonStringValue(row.skip()).value_or(QString()));
        }
        labels.push_back({texts.value(0), texts.value(1), texts.value(2)});
    }
    return labels;
}

QByteArray labelText(const LabelElement &label)
{
    QByteArray text = "        <label>\n          <name>" + xmlText(label.name) + "</name>\n          ";
    text += label.rest.isEmpty() ? QByteArray("<attributes>\n          </attributes>") : label.rest.toUtf8();
    if (!label.parent.isEmpty())
        text += "\n          <parent>" + xmlText(label.parent) + "</parent>";
    return text + "\n        </label>\n";
}

} // namespace

QByteArray readCvatLabels(QXmlStreamReader &xml, XmlElement &element, ClassTable &classes)
{
    QByteArray kept;
    bool hasMore = false; // than names
    while (element.nextChild()) {
        const LabelElement label = readLabel(xml, element);
        if (label.name.isEmpty())
            continue;
        if (label.parent.isEmpty())
            classes.indexOf(label.name);
        const QByteArray row =
            '[' + jsonString(label.name) + ',' + jsonString(label.rest) + ',' + jsonString(label.parent) + ']';
        if (kept.size() + row.size() > kMaxKept)
            continue;
        hasMore = hasMore || !label.rest.isEmpty() || !label.parent.isEmpty();
        kept += (kept.isEmpty() ? "" : ",") + row;
    }
    return hasMore ? '[' + kept + ']' : QByteArray();
}

QByteArray cvatLabelsText(const QStringList &classes, QByteArrayView kept)
{
    const std::vector<LabelElement> labels = labelsOf(kept);
    QHash<QString, QString> restOf;
    for (const LabelElement &label : labels) {
        if (label.parent.isEmpty())
            restOf.insert(label.name, label.rest);
    }
    QByteArray text;
    for (const QString &name : classes)
        text += labelText({name, restOf.value(name), {}});
    for (const LabelElement &label : labels) {
        if (!label.parent.isEmpty() && classes.contains(label.parent))
            text += labelText(label);
    }
    return text;
}

} // namespace boxwright
