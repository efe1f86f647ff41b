// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/import_dataset.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace boxwright {

class Job;
class JobStrip;

/// Takes labels in from files of any known format. The files are read as soon as they are named, on a thread of its
/// own, so that a person sees what will come before anything changes; taking them in is one step to undo. Deletes
/// itself when closed.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ImportDialog(ProjectSession &session, QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// As if the person had typed it.
    void setSource(const QString &path);
    void reject() override;

Q_SIGNALS:
    void imported(const boxwright::ImportReport &report);

private:
    struct Reading; ///< what the thread found

    void build();
    QFormLayout *buildForm();
    void askForSourceFile();
    void askForSourceFolder();
    void askForImageFolder();
    void read();
    void take(const Reading &reading);
    void showPlan();
    void showClassOrder();
    [[nodiscard]] QStringList plannedClasses() const;
    [[nodiscard]] QString numberedPlan() const;
    [[nodiscard]] QString planText() const;
    [[nodiscard]] static QString reportText(const ImportReport &report);
    void importPlan();
    void showMessage(const QString &text, const char *kind);
    void showState();

    ProjectSession &m_session;
    std::unique_ptr<Job> m_job;
    std::optional<ImportPlan> m_plan;
    QTimer m_typing; ///< waits for the end of a path that is typed
    QLineEdit *m_source = nullptr;
    QComboBox *m_format = nullptr;
    QLineEdit *m_images = nullptr;
    QComboBox *m_split = nullptr;
    QCheckBox *m_byOrder = nullptr; ///< numbers are classes of the project
    QStringList m_order;            ///< those, by number
    QLabel *m_message = nullptr;
    QPlainTextEdit *m_notes = nullptr;
    JobStrip *m_strip = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace boxwright
