// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/class_order.h"

#include "core/base/json_cursor.h"
#include "core/base/json_text.h"

#include <algorithm>

namespace boxwright {

QString classOrderSetting()
{
    return QStringLiteral("export/classOrder");
}

QStringList classOrderOf(const QString &setting)
{
    const QByteArray text = setting.toUtf8();
    JsonCursor cursor(text);
    QStringList names;
    if (cursor.kind() != JsonCursor::Kind::Array)
        return names;
    cursor.enterArray();
    while (cursor.nextElement())
        names.append(cursor.string().value_or(QString()));
    return names;
}

QString classOrderText(const QStringList &names)
{
    QByteArray text("[");
    for (const QString &name : names)
        text += (text.size() > 1 ? "," : "") + jsonString(name);
    return QString::fromUtf8(text + ']');
}

bool changesClassOrder(const QStringList &before, const QStringList &now)
{
    return now.mid(0, before.size()) != before;
}

QString numberedClasses(const QStringList &names)
{
    QStringList parts;
    for (qsizetype i = 0; i < names.size(); ++i)
        parts.append(QStringLiteral("%1 %2").arg(i).arg(names[i]));
    return parts.join(QStringLiteral(", "));
}

bool areClassNumbers(const QStringList &classes)
{
    const auto isNumber = [](const QString &name) {
        bool isFit = false;
        return name.toInt(&isFit) >= 0 && isFit;
    };
    return !classes.isEmpty() && std::all_of(classes.cbegin(), classes.cend(), isNumber);
}

QStringList namedByOrder(const QStringList &numbers, const QStringList &order)
{
    QStringList names;
    for (const QString &number : numbers)
        names.append(order.value(number.toInt(), number));
    return names;
}

} // namespace boxwright
