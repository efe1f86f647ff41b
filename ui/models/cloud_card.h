// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_backend.h"

#include <QFrame>

class QLabel;

namespace boxwright {

/// A card with what a model of the cloud does not say of itself, and what a person has decided instead: the names of
/// its classes, and how it takes pixels. GUI thread; owned by the model's view.
class CloudCard : public QFrame
{
    Q_OBJECT

public:
    explicit CloudCard(QWidget *parent = nullptr);

    void show(const ModelInfo &model);

Q_SIGNALS:
    void namesWanted();
    void probeWanted();

private:
    QLabel *m_classes = nullptr;
    QLabel *m_pixels = nullptr;
};

} // namespace boxwright
