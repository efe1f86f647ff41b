// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

#include <QMap>

namespace boxwright {

/// What becomes of the classes in an export. A plain value.
struct ClassChoice
{
    QStringList only;             ///< these alone; empty: all
    QStringList dropped;          ///< all but these
    QMap<QString, QString> names; ///< class -> the name that it is exported under; those under one name become one

    [[nodiscard]] bool isPlain() const { return only.isEmpty() && dropped.isEmpty() && names.isEmpty(); }
};

/// Where each class of a source goes.
struct ClassRoutes
{
    QStringList
        classes;       ///< exported; in the source's order, one that others were merged into where the first of them is
    QList<int> places; ///< class of the source -> index in `classes`, -1 where it is dropped
};

/// Fails where the choice names a class that is not there, or leaves none.
Result<ClassRoutes> routeClasses(const QStringList &classes, const ClassChoice &choice);

/// Another source with its classes on their routes: labels of dropped classes are left out. An image that a person has
/// reviewed and that keeps no label is empty, as far as the chosen classes go. Lives as long as its source.
class RoutedSource : public FormatSource
{
public:
    RoutedSource(FormatSource &source, ClassRoutes routes);

    [[nodiscard]] QStringList classes() const override { return m_routes.classes; }
    std::optional<FormatImage> next() override;
    void rewind() override { m_source.rewind(); }
    [[nodiscard]] qint64 imageCount() const override { return m_source.imageCount(); }

private:
    FormatSource &m_source;
    const ClassRoutes m_routes;
};

} // namespace boxwright
