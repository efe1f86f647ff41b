// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/project_session.h"
#include "ui/models/model_preview.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace boxwright {

class Job;
class JobStrip;

/// Names the classes of a model of the cloud, whose files hold numbers only: a name for each number, beside images of
/// the project with what the model finds on them. The model runs on a thread of its own. Deletes itself when closed.
class NameClassesDialog : public QDialog
{
    Q_OBJECT

public:
    NameClassesDialog(ProjectSession &session, const BackendSource &backend, const ModelInfo &model,
                      QWidget *parent = nullptr);
    ~NameClassesDialog() override;

    void accept() override;

Q_SIGNALS:
    /// One name for each number; where the person gave none, the number itself.
    void named(const QStringList &names);

private:
    void build();
    QVBoxLayout *buildNames();
    QVBoxLayout *buildPreview();
    void fillTable(const QStringList &classes);
    void takeNames(const QStringList &names);
    void takeFile();
    void runModel(const BackendSource &backend, const QString &model);
    void takePreview(const Result<ModelPreview> &preview);
    void addMissingClasses();
    void showSelectedClass();
    void showImage(int index);
    void showState();
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QString problem() const;

    ProjectSession &m_session;
    ModelPreview m_preview;
    int m_shown = 0;   ///< of the preview's images
    QString m_note;    ///< what there is to say of the names until one is changed
    QString m_failure; ///< why there is no preview
    std::unique_ptr<Job> m_job;
    QTableWidget *m_table = nullptr;
    QLabel *m_message = nullptr;
    QCheckBox *m_addMissing = nullptr;
    QPushButton *m_keep = nullptr;
    DetectionPicture *m_picture = nullptr;
    QLabel *m_place = nullptr;
    QPushButton *m_previous = nullptr;
    QPushButton *m_next = nullptr;
    JobStrip *m_strip = nullptr;
};

} // namespace boxwright
