// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/session/backend_source.h"
#include "core/session/project_session.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>

#include <memory>
#include <optional>

namespace boxwright {

/// Finds suggestions with a model on a thread of its own and puts them into the document; answers for images that are
/// gone meanwhile are dropped. Lives on the GUI thread; owned by the program, and gone before the session is. Its
/// destructor waits for the image in work.
class DetectionRunner : public QObject
{
    Q_OBJECT

public:
    /// Programs give &detectorBackend.
    DetectionRunner(ProjectSession &session, BackendSource backend, QObject *parent = nullptr);
    ~DetectionRunner() override;

    /// Folder of the model to use from now on; empty: none. The model is opened at the next detection.
    void setModel(const QString &folder);
    [[nodiscard]] QString model() const { return m_model; }
    /// What is stored of the model beside it has changed: it is opened anew, and counts as not having seen any image.
    void reopenModel();
    /// Whether this model has answered for the image since it was set; it may have found nothing.
    [[nodiscard]] bool hasSeen(ImageId image) const { return m_seen.contains(image); }

    /// Queues the images ahead of those that wait already: what a person looks at now comes first, and no image waits
    /// twice. Suggestions replace those that the image has; those that overlap a label of the same class (IoU >= 0.5)
    /// are left out, and so are classes that the project does not have. No undo step. Does nothing without a model.
    void detect(const QList<ImageId> &images);
    /// The same for one image that a person wants looked at: one undo step.
    void detectAsStep(ImageId image);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_current.has_value(); }

Q_SIGNALS:
    void modelChanged(const QString &folder);
    void runningChanged(bool isRunning);
    void progressed(const boxwright::Progress &progress);
    /// Something that a person should read once ("The model knows the class wasp, this project does not").
    void noted(const QString &text);
    /// The model cannot be used; what was queued is dropped.
    void failed(const boxwright::Error &error);

private:
    class Worker;
    struct Answer;

    void startNext();
    void take(const Answer &answer);
    void pushSuggestions(const Answer &answer);
    void noteMissingClasses(const Answer &answer);
    void endBatch();
    void tellProgress();

    ProjectSession &m_session;
    std::unique_ptr<Worker> m_worker;
    QString m_model;
    QList<ImageId> m_queue;
    std::optional<ImageId> m_current;
    QSet<ImageId> m_seen;     ///< by the model
    QSet<ImageId> m_steps;    ///< of the images that wait or are in work: those that a person asked for
    int m_revision = 0;       ///< of what is stored beside the model
    quint64 m_generation = 0; ///< of the answer that is waited for; others are dropped
    qint64 m_done = 0;        ///< in this batch, which ends when nothing waits
    QStringList m_problems;   ///< of images of this batch
    QSet<QString> m_toldModels;
    QElapsedTimer m_clock;
};

} // namespace boxwright
