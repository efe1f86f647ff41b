// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/document.h"
#include "ui/canvas/hit_test.h"

#include <QObject>
#include <QSizeF>

namespace boxwright {

/// What the Label page shows of a document: which image, what is selected, the class of the next box, the confidence
/// from which suggestions are shown. Keeps to what exists: ids that a change took away are dropped.
/// Owned by the Label page; GUI thread.
class LabelState : public QObject
{
    Q_OBJECT

public:
    explicit LabelState(Document &document, QObject *parent = nullptr);

    [[nodiscard]] Document &document() const { return m_document; }
    [[nodiscard]] const Dataset &dataset() const { return m_document.dataset(); }

    /// nullptr where no image is shown.
    [[nodiscard]] const ImageRecord *image() const { return dataset().image(m_image); }
    [[nodiscard]] ImageId imageId() const { return m_image; }
    void setImage(ImageId id);

    /// Of the decoded image; empty while there is none.
    [[nodiscard]] QSizeF imageSize() const { return m_imageSize; }
    void setImageSize(QSizeF size) { m_imageSize = size; }

    [[nodiscard]] const Selection &selection() const { return m_selection; }
    void setSelection(const Selection &selection);

    /// The class that the next box gets; None only while there is no class.
    [[nodiscard]] ClassId currentClass() const { return m_currentClass; }
    void setCurrentClass(ClassId id);

    [[nodiscard]] double minConfidence() const { return m_minConfidence; }
    void setMinConfidence(double confidence);
    /// Suggestions of the image at or above minConfidence().
    [[nodiscard]] QList<SuggestionId> shownSuggestions() const;

Q_SIGNALS:
    void imageChanged(boxwright::ImageId id);
    void selectionChanged();
    void currentClassChanged(boxwright::ClassId id);
    void minConfidenceChanged(double confidence);
    /// Labels, suggestions or the state of the shown image changed, or any class did.
    void contentChanged();

private:
    void onChanged(const Change &change);
    void dropWhatIsGone();

    Document &m_document;
    ImageId m_image = ImageId::None;
    QSizeF m_imageSize;
    Selection m_selection;
    ClassId m_currentClass = ClassId::None;
    double m_minConfidence = 0.5;
};

} // namespace boxwright
