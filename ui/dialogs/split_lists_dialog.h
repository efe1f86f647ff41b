// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/split_lists.h"
#include "core/session/project_session.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <optional>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace boxwright {

class Job;
class JobStrip;

/// Puts images into the splits that list files give them: one file for each split, an image a line. The files are read
/// as soon as they are named, on a thread of its own, so that a person sees what will come and which lines name no
/// image; taking it over is one step to undo. Deletes itself when closed.
class SplitListsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SplitListsDialog(ProjectSession &session, QWidget *parent = nullptr);
    ~SplitListsDialog() override;

private:
    void build();
    void addFile(QFormLayout &form, const QString &name, Split split);
    void askForFile(QLineEdit &field);
    [[nodiscard]] QMap<Split, QString> files() const;
    void read();
    void take(const Dataset &dataset, const Result<ListedSplits> &listed);
    void showOutcome(const QString &text, const char *kind);
    void split();

    ProjectSession &m_session;
    std::unique_ptr<Job> m_job;
    std::optional<SplitPlan> m_plan;
    QTimer m_typing; ///< waits for the end of a path that is typed
    QMap<Split, QLineEdit *> m_files;
    QLabel *m_outcome = nullptr;
    QLabel *m_unknown = nullptr;
    QPlainTextEdit *m_lines = nullptr; ///< that name no image
    JobStrip *m_strip = nullptr;
    QPushButton *m_split = nullptr;
};

} // namespace boxwright
