// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_backend.h"
#include "core/jobs/job.h"
#include "core/session/project_session.h"

#include <memory>
#include <optional>

namespace boxwright {

/// A model from elsewhere that the project uses: another folder's, or one of the cloud.
struct OpenedModel
{
    QString path; ///< of the folder or the archive
    std::optional<ModelInfo> info;
    QString problem; ///< why it cannot be read; with neither, it is being read
};

/// The models from elsewhere. Their files may be hundreds of megabytes, so they are read one after the other on a
/// thread of their own; the project remembers their paths. GUI thread; owned by the workspace.
class OpenedModels : public QObject
{
    Q_OBJECT

public:
    explicit OpenedModels(ProjectSession &session, QObject *parent = nullptr);
    ~OpenedModels() override;

    /// Those that are there. What the project remembers is read at the first call.
    const QList<OpenedModel> &models();
    /// nullptr where it is none of them.
    [[nodiscard]] const OpenedModel *find(const QString &path) const;

    /// Takes a model in; opened() or failed() will tell. A model of the project's own runs is known already.
    void open(const QString &path);
    void forget(const QString &path);
    /// Keeps what a person has decided about a model of the cloud.
    Result<> decide(const QString &path, const ModelSettings &settings);

Q_SIGNALS:
    void changed();
    void opened(const QString &path);
    /// It cannot be read, and was not taken in.
    void failed(const QString &path, const boxwright::Error &error);
    /// Its classes or its way of taking pixels are others now.
    void decided(const QString &path);

private:
    void readNext();
    void take(const QString &path, const Result<ModelInfo> &info);
    void remember();
    [[nodiscard]] qsizetype indexOf(const QString &path) const;

    ProjectSession &m_session;
    QList<OpenedModel> m_models;
    QStringList m_absent;  ///< remembered, but not there now: a disk that is not in
    QStringList m_waiting; ///< to be read; the first is in work
    QStringList m_new;     ///< of those that wait: the ones that a person has just opened
    std::unique_ptr<Job> m_job;
    bool m_isRecalled = false;
};

} // namespace boxwright
