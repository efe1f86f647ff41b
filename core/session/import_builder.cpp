// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/import_builder.h"

#include "core/model/class_colors.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportDataset)
};

template<class Item>
bool has(const QList<Item> &items, ClassId classId, const Box &box)
{
    return std::any_of(items.begin(), items.end(),
                       [&](const Item &item) { return item.classId == classId && item.box == box; });
}

/// Where an image that was not found may lie: below the project's folder, by its key without the bucket or by what the
/// file says. Never anywhere else: a stranger's file must not make us open what it names.
QString likelyPath(const QString &source)
{
    const qsizetype scheme = source.indexOf(QLatin1String("://"));
    QString path = QString(source).replace(u'\\', u'/');
    if (scheme >= 0) {
        const QString rest = path.mid(scheme + 3);
        const qsizetype slash = rest.indexOf(u'/');
        path = slash >= 0 && slash + 1 < rest.size() ? rest.mid(slash + 1) : rest;
    }
    QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    parts.removeIf([](const QString &part) {
        return part == QLatin1String(".") || part == QLatin1String("..") || part.endsWith(u':'); // or a drive
    });
    return parts.isEmpty() ? QStringLiteral("image") : parts.join(u'/');
}

} // namespace

ImportBuilder::ImportBuilder(ProjectSession &session, const ImportPlan &plan, std::optional<Split> split)
    : m_session(session)
    , m_plan(plan)
    , m_split(split)
{
    m_report.notes = plan.notes;
}

Change ImportBuilder::build()
{
    Change change;
    addClasses(change);
    indexProject();
    for (const FormatImage &image : m_plan.images)
        take(image);
    for (const Target &target : m_targets)
        append(target, change);
    return change;
}

void ImportBuilder::addClasses(Change &change)
{
    QList<LabelClass> classes = m_session.dataset().classes();
    QHash<QString, ClassId> ids;
    for (const LabelClass &item : std::as_const(classes))
        ids.insert(item.name, item.id);
    ClassColors colors(classes);
    for (const QString &name : m_plan.classes) {
        if (!ids.contains(name) && !name.trimmed().isEmpty()) {
            LabelClass added;
            added.id = m_session.document().takeId<ClassId>();
            added.name = name;
            added.color = colors.next();
            added.hotkey = nextClassHotkey(classes);
            added.position = static_cast<int>(classes.size());
            classes.append(added);
            ids.insert(name, added.id);
            m_report.newClasses.append(name);
            change.edits.append(ClassEdit{{std::nullopt, added}});
        }
        m_classIds.append(ids.value(name, ClassId::None));
    }
}

void ImportBuilder::indexProject()
{
    const Dataset &dataset = m_session.dataset();
    m_known.reserve(dataset.imageCount());
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        const ImageInfo &info = dataset.imageAt(i).info;
        m_known.insert(m_session.absoluteImagePath(info), info.id);
    }
}

ImageInfo ImportBuilder::newInfo(const FormatImage &image)
{
    ImageInfo info;
    info.size = image.size;
    info.split = image.split;
    info.state = image.state;
    info.extra = image.extra;
    if (!image.path.isEmpty()) {
        info.path = m_session.storedImagePath(image.path);
        return info;
    }
    info.path = likelyPath(image.source);
    info.problem = Text::tr("The image %1 was not found").arg(image.source);
    return info;
}

ImportBuilder::Target &ImportBuilder::targetFor(const FormatImage &image)
{
    const ImageInfo info = newInfo(image);
    const QString path = m_session.absoluteImagePath(info);
    if (const auto place = m_places.constFind(path); place != m_places.cend())
        return m_targets[*place];
    m_places.insert(path, static_cast<qsizetype>(m_targets.size()));
    Target target;
    target.before = m_session.dataset().image(m_known.value(path, ImageId::None));
    target.info = target.before ? target.before->info : info;
    if (!target.before)
        target.info.id = m_session.document().takeId<ImageId>();
    m_targets.push_back(std::move(target));
    return m_targets.back();
}

void ImportBuilder::take(const FormatImage &image)
{
    if (image.path.isEmpty() && image.source.isEmpty()) {
        note(QStringLiteral("missing-image"), Text::tr("An entry without any image was left out"));
        return;
    }
    Target &target = targetFor(image);
    for (qsizetype i = 0; i < static_cast<qsizetype>(image.labels.size()); ++i)
        takeLabel(image, i, target);
    updateInfo(image, target);
}

void ImportBuilder::takeLabel(const FormatImage &image, qsizetype index, Target &target)
{
    const FormatLabel &from = image.labels[index];
    const QString name = image.source.isEmpty() ? image.path : image.source;
    const ClassId classId = m_classIds.value(from.classIndex, ClassId::None);
    if (classId == ClassId::None) {
        note(QStringLiteral("no-class"), Text::tr("%1: box %2 has no class and was left out").arg(name).arg(index + 1));
        return;
    }
    if (from.box.isEmpty()) {
        note(QStringLiteral("degenerate-box"), Text::tr("%1: box %2 has no area (%3 x %4) and was left out")
                                                   .arg(name)
                                                   .arg(index + 1)
                                                   .arg(from.box.width())
                                                   .arg(from.box.height()));
        return;
    }
    if (from.isSuggestion) {
        if (target.before && has(target.before->suggestions, classId, from.box))
            return;
        target.suggestions.append({m_session.document().takeId<SuggestionId>(), classId, from.box,
                                   std::clamp(from.confidence, 0.0, 1.0), m_plan.formatId});
        return;
    }
    if (target.before && has(target.before->labels, classId, from.box))
        return;
    Label label;
    label.id = m_session.document().takeId<LabelId>();
    label.classId = classId;
    label.box = from.box;
    label.flags = from.flags;
    label.origin = Origin::Import;
    label.originDetail = m_plan.formatId;
    label.confidence = from.confidence;
    label.extra = from.extra;
    target.labels.append(label);
}

void ImportBuilder::updateInfo(const FormatImage &image, Target &target) const
{
    ImageInfo &info = target.info;
    if (m_split)
        info.split = *m_split;
    else if (info.split == Split::None)
        info.split = image.split;
    if (info.state == ReviewState::NotYet)
        info.state = image.state;
    const bool hasLabels = !target.labels.isEmpty() || (target.before && !target.before->labels.isEmpty());
    if (info.state == ReviewState::Empty && hasLabels)
        info.state = image.state == ReviewState::Reviewed ? ReviewState::Reviewed : ReviewState::NotYet;
    if (info.extra.isEmpty())
        info.extra = image.extra;
}

void ImportBuilder::append(const Target &target, Change &change)
{
    if (!target.before)
        change.edits.append(ImageEdit{{std::nullopt, target.info}});
    else if (target.before->info != target.info)
        change.edits.append(ImageEdit{{target.before->info, target.info}});
    for (const Label &label : target.labels)
        change.edits.append(LabelEdit{{std::nullopt, label}, target.info.id});
    for (const Suggestion &suggestion : target.suggestions)
        change.edits.append(SuggestionEdit{{std::nullopt, suggestion}, target.info.id});
    m_report.labels += target.labels.size();
    m_report.suggestions += target.suggestions.size();
    if (!target.before)
        ++m_report.images;
    else if (!target.labels.isEmpty() || !target.suggestions.isEmpty())
        ++m_report.merged;
}

void ImportBuilder::note(const QString &kind, const QString &text)
{
    m_report.notes.append({kind, text});
}

} // namespace boxwright
