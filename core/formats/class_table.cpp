// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/class_table.h"

#include <algorithm>
#include <numeric>

namespace boxwright {

void ClassTable::collect(const QMap<int, QString> &names)
{
    for (auto at = names.cbegin(); at != names.cend(); ++at) {
        if (!m_nameOfId.contains(at.key()))
            m_nameOfId.insert(at.key(), at.value());
        const auto place = m_places.constFind(at.value());
        if (place != m_places.cend()) {
            m_ids[*place] = std::min(m_ids[*place], at.key());
            continue;
        }
        m_places.insert(at.value(), static_cast<int>(m_names.size()));
        m_names.append(at.value());
        m_ids.append(at.key());
    }
}

void ClassTable::sort()
{
    QList<qsizetype> order(m_names.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [this](qsizetype a, qsizetype b) { return m_ids[a] < m_ids[b]; });
    QStringList sorted;
    m_places.clear();
    for (const qsizetype place : order) {
        m_places.insert(m_names[place], static_cast<int>(sorted.size()));
        sorted.append(m_names[place]);
    }
    m_names = sorted;
    m_ids.clear();
}

int ClassTable::indexOf(int id, const QMap<int, QString> &names)
{
    QString name = names.value(id);
    if (name.isEmpty())
        name = m_nameOfId.value(id);
    return indexOf(name.isEmpty() ? QStringLiteral("class-%1").arg(id) : name);
}

int ClassTable::indexOf(const QString &name)
{
    const auto place = m_places.constFind(name);
    if (place != m_places.cend())
        return *place;
    const auto index = static_cast<int>(m_names.size());
    m_names.append(name);
    m_places.insert(name, index);
    return index;
}

int ClassTable::append(const QString &name)
{
    QString own = name;
    for (qsizetype number = m_names.size(); m_places.contains(own); ++number)
        own = QStringLiteral("%1 (%2)").arg(name).arg(number);
    return indexOf(own);
}

} // namespace boxwright
