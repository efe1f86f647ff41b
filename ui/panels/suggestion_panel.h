// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/label/label_edits.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QSlider;

namespace boxwright {

/// What the model suggests on the shown image: the confidence from which it is shown, and accept or reject all of it.
/// Hidden where there is nothing. GUI thread.
class SuggestionPanel : public QFrame
{
    Q_OBJECT

public:
    SuggestionPanel(LabelState &state, LabelEdits &edits, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The person wants to see all images with suggestions.
    void reviewWanted();

private:
    void build();
    void refresh();
    void showElsewhere();

    LabelState &m_state;
    LabelEdits &m_edits;
    QLabel *m_model = nullptr;
    QLabel *m_value = nullptr;
    QSlider *m_slider = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_reject = nullptr;
    QLabel *m_below = nullptr;
    QPushButton *m_elsewhere = nullptr;
};

} // namespace boxwright
