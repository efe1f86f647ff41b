// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/session/project_session.h"

#include <QObject>

#include <memory>

namespace boxwright {

/// Finds suggestions with a model on a thread of its own and pushes them into the document as one undoable command per
/// image, each for the image and the revision it was made for: answers for images that are gone are dropped. Lives on
/// the GUI thread.
class DetectionRunner : public QObject
{
    Q_OBJECT

public:
    explicit DetectionRunner(ProjectSession &session, QObject *parent = nullptr);
    ~DetectionRunner() override;

    /// Folder of the model to use from now on; empty: none. The model is opened at the next detection.
    void setModel(const QString &folder);
    [[nodiscard]] QString model() const;

    /// Queues the images; what was queued and is not done yet stays queued, an image that waits already is not queued
    /// twice. Suggestions replace those that the image has; those that overlap a label of the same class (IoU >= 0.5)
    /// are left out.
    void detect(const QList<ImageId> &images);
    void cancel();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void modelChanged(const QString &folder);
    void runningChanged(bool isRunning);
    void progressed(const boxwright::Progress &progress);
    void failed(const boxwright::Error &error);

private:
    class Worker;
    ProjectSession &m_session;
    std::unique_ptr<Worker> m_worker;
};

} // namespace boxwright
