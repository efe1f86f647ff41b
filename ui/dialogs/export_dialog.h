// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/export_dataset.h"
#include "core/session/project_session.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace boxwright {

class CloudForm;
class ExportForm;
class Job;
class JobStrip;
class UploadRun;

/// Hands the data set out in a format: says beforehand how much goes and what cannot be carried, writes on a thread of
/// its own with progress and Cancel, and says afterwards what came of it. Deletes itself when closed.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ExportDialog(ProjectSession &session, QWidget *parent = nullptr);
    ~ExportDialog() override;

    void reject() override;

Q_SIGNALS:
    void exported(const boxwright::ExportReport &report);

private:
    void build();
    void showPreview();
    void checkClassOrder();
    void rehearse();
    void start();
    void end(const Result<ExportReport> &report, const QString &handOver);
    void openFolder();
    void showState();

    ProjectSession &m_session;
    std::unique_ptr<Job> m_job;
    std::unique_ptr<Job> m_rehearsal; ///< a trial write that tells what cannot be carried
    QString m_exportedFolder;
    bool m_hasOrderChanged = false;
    qint64 m_images = 0;
    QStringList m_classes; ///< as they would be exported
    ExportForm *m_form = nullptr;
    CloudForm *m_cloud = nullptr;
    UploadRun *m_upload = nullptr;
    QLabel *m_preview = nullptr;
    QLabel *m_orderWarning = nullptr;
    QCheckBox *m_orderAccepted = nullptr;
    QLabel *m_message = nullptr;
    QPlainTextEdit *m_notes = nullptr;
    JobStrip *m_strip = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace boxwright
