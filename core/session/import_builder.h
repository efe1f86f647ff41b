// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/import_dataset.h"

#include <QHash>

namespace boxwright {

/// Works out what an import does to the project: the part of applyImport() that thinks. Used once, on the session's
/// thread; the session and the plan outlive it.
class ImportBuilder
{
public:
    ImportBuilder(ProjectSession &session, const ImportPlan &plan, std::optional<Split> split);

    /// The change that fits the document as it is now. Takes ids from it.
    Change build();
    [[nodiscard]] const ImportReport &report() const { return m_report; }

private:
    /// An image of the project as it will be, in the making.
    struct Target
    {
        const ImageRecord *before = nullptr; ///< nothing for a new image
        ImageInfo info;
        QList<Label> labels; ///< that come
        QList<Suggestion> suggestions;
    };

    void addClasses(Change &change);
    void indexProject();
    Target &targetFor(const FormatImage &image);
    ImageInfo newInfo(const FormatImage &image);
    void take(const FormatImage &image);
    void takeLabel(const FormatImage &image, qsizetype index, Target &target);
    void updateInfo(const FormatImage &image, Target &target) const;
    void append(const Target &target, Change &change);
    void note(const QString &kind, const QString &text);

    ProjectSession &m_session;
    const ImportPlan &m_plan;
    std::optional<Split> m_split;
    ImportReport m_report;
    QList<ClassId> m_classIds; ///< of each of the plan's classes; ClassId::None for one without a name
    QHash<QString, ImageId> m_known;
    QHash<QString, qsizetype> m_places; ///< path to its place among m_targets
    std::vector<Target> m_targets;
};

} // namespace boxwright
