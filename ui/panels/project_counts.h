// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/document.h"

#include <QHash>

namespace boxwright {

/// Figures of the whole project, kept up to date from each change so that an edit costs the same in a project of any
/// size. Owned by the Label page; GUI thread.
class ProjectCounts : public QObject
{
    Q_OBJECT

public:
    explicit ProjectCounts(Document &document, QObject *parent = nullptr);

    [[nodiscard]] qint64 images() const { return m_images; }
    [[nodiscard]] qint64 reviewed() const { return m_reviewed; } ///< Reviewed or Empty
    [[nodiscard]] qint64 labels() const { return m_labels; }
    [[nodiscard]] qint64 labelsOf(ClassId id) const { return m_labelsOf.value(id); }

Q_SIGNALS:
    void countsChanged();

private:
    void onChanged(const Change &change);
    void addImage(const ImageInfo &info, int sign);
    void addLabel(const Label &label, int sign);

    qint64 m_images = 0;
    qint64 m_reviewed = 0;
    qint64 m_labels = 0;
    QHash<ClassId, qint64> m_labelsOf;
};

} // namespace boxwright
