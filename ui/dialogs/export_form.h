// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/class_choice.h"
#include "core/formats/dataset_source.h"
#include "core/session/project_session.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace boxwright {

class ClassChoiceTable;

/// What a person chose to export. A plain value.
struct ExportChoice
{
    const DatasetFormat *format = nullptr;
    ExportSelection selection;
    QString folder; ///< absolute
    ClassChoice classes;
    bool copyImages = false;
    bool isUpright = false; ///< copies are turned as they are seen
    int shorterEdge = 0;    ///< of copies; 0: as they are
    QString s3Prefix;       ///< without a slash at its end
    QString imageRoot;      ///< the folder that it stands for; empty where nobody knows
};

/// The fields of the export dialog; what was chosen last is kept in the project. GUI thread; owned by the dialog.
class ExportForm : public QWidget
{
    Q_OBJECT

public:
    explicit ExportForm(ProjectSession &session, QWidget *parent = nullptr);

    [[nodiscard]] ExportChoice choice() const;
    /// Why this cannot be exported, in words; empty where it can.
    [[nodiscard]] QString problem() const;
    void remember() const;

Q_SIGNALS:
    void changed();

private:
    void addFormats(QFormLayout &form);
    void addImages(QFormLayout &form);
    void addClasses(QFormLayout &form);
    void addCopies(QFormLayout &form);
    void addTarget(QFormLayout &form);
    void askForFolder();
    void proposeFolder();

    ProjectSession &m_session;
    QComboBox *m_format = nullptr;
    QComboBox *m_split = nullptr;
    QCheckBox *m_reviewedOnly = nullptr;
    QCheckBox *m_withEmpty = nullptr;
    QLineEdit *m_folder = nullptr;
    ClassChoiceTable *m_classes = nullptr;
    QCheckBox *m_copy = nullptr;
    QCheckBox *m_upright = nullptr;
    QSpinBox *m_shorterEdge = nullptr;
    QLineEdit *m_address = nullptr;
};

} // namespace boxwright
