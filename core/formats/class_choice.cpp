// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/class_choice.h"

#include <QCoreApplication>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClassChoice)
};

} // namespace

Result<ClassRoutes> routeClasses(const QStringList &classes, const ClassChoice &choice)
{
    for (const QString &name : choice.only + choice.dropped + choice.names.keys()) {
        if (!classes.contains(name))
            return failure(
                Text::tr("There is no class \"%1\"; the classes are %2").arg(name, classes.join(QStringLiteral(", "))));
    }
    ClassRoutes routes;
    for (const QString &name : classes) {
        const bool isKept = (choice.only.isEmpty() || choice.only.contains(name)) && !choice.dropped.contains(name);
        const QString exported = choice.names.value(name, name);
        if (isKept && !routes.classes.contains(exported))
            routes.classes.append(exported);
        routes.places.append(isKept ? static_cast<int>(routes.classes.indexOf(exported)) : -1);
    }
    if (routes.classes.isEmpty() && !classes.isEmpty())
        return failure(Text::tr("No class is left to export"));
    return routes;
}

RoutedSource::RoutedSource(FormatSource &source, ClassRoutes routes)
    : m_source(source)
    , m_routes(std::move(routes))
{
}

std::optional<FormatImage> RoutedSource::next()
{
    std::optional<FormatImage> image = m_source.next();
    if (!image)
        return image;
    const bool hadLabels = !image->labels.empty();
    for (FormatLabel &label : image->labels)
        label.classIndex = m_routes.places.value(label.classIndex, -1);
    std::erase_if(image->labels, [](const FormatLabel &label) { return label.classIndex < 0; });
    if (hadLabels && image->labels.empty() && image->state == ReviewState::Reviewed)
        image->state = ReviewState::Empty;
    return image;
}

} // namespace boxwright
