// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project_models/opened_models.h"

#include "core/session/run_history.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace boxwright {

namespace {

const QString kOpenedSetting = QStringLiteral("models/opened");

QString cleanPath(const QString &path)
{
    return QDir::cleanPath(QFileInfo(path).absoluteFilePath());
}

bool isOfRun(const ProjectSession &session, const QString &path)
{
    const QList<RunRecord> runs = readRuns(session.runsFolder());
    return std::any_of(runs.cbegin(), runs.cend(),
                       [&path](const RunRecord &run) { return !run.model.isEmpty() && cleanPath(run.model) == path; });
}

} // namespace

OpenedModels::OpenedModels(ProjectSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

OpenedModels::~OpenedModels() = default;

const QList<OpenedModel> &OpenedModels::models()
{
    if (!m_isRecalled) {
        m_isRecalled = true;
        for (const QString &path : m_session.setting(kOpenedSetting).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            if (!QFileInfo::exists(path)) {
                m_absent << path;
                continue;
            }
            m_models.append({path, {}, {}});
            m_waiting << path;
        }
        readNext();
    }
    return m_models;
}

qsizetype OpenedModels::indexOf(const QString &path) const
{
    const auto found =
        std::find_if(m_models.cbegin(), m_models.cend(),
                     [clean = cleanPath(path)](const OpenedModel &model) { return model.path == clean; });
    return found == m_models.cend() ? -1 : found - m_models.cbegin();
}

const OpenedModel *OpenedModels::find(const QString &path) const
{
    const qsizetype index = indexOf(path);
    return index < 0 ? nullptr : &m_models[index];
}

void OpenedModels::open(const QString &path)
{
    const QString clean = cleanPath(path);
    models();
    const qsizetype index = indexOf(clean);
    if ((index >= 0 && m_models[index].info) || isOfRun(m_session, clean)) {
        Q_EMIT opened(clean);
        return;
    }
    if (index < 0)
        m_models.append({clean, {}, {}});
    else
        m_models[index].problem.clear();
    if (!m_new.contains(clean))
        m_new << clean;
    if (!m_waiting.contains(clean))
        m_waiting << clean;
    Q_EMIT changed();
    readNext();
}

void OpenedModels::readNext()
{
    if (m_waiting.isEmpty() || (m_job && m_job->isRunning()))
        return;
    const QString path = m_waiting.constFirst();
    m_job = std::make_unique<Job>([this, path](const CancelFlag &, const ProgressSink &) {
        return Job::Deliver([this, path, info = readModelInfo(path)] { take(path, info); });
    });
    connect(m_job.get(), &Job::finished, this, &OpenedModels::readNext, Qt::QueuedConnection);
    connect(
        m_job.get(), &Job::failed, this,
        [this, path](const Error &error) {
            take(path, failure(error));
            readNext();
        },
        Qt::QueuedConnection); // which ends the job that tells
    m_job->start();
}

void OpenedModels::take(const QString &path, const Result<ModelInfo> &info)
{
    m_waiting.removeAll(path);
    const bool isNew = m_new.removeAll(path) > 0;
    const qsizetype index = indexOf(path);
    if (index < 0)
        return; // forgotten meanwhile
    if (info)
        m_models[index].info = *info;
    else if (isNew)
        m_models.removeAt(index);
    else
        m_models[index].problem = info.error().message;
    if (isNew && info)
        remember();
    Q_EMIT changed();
    if (isNew && info)
        Q_EMIT opened(path);
    else if (isNew)
        Q_EMIT failed(path, info.error());
}

void OpenedModels::forget(const QString &path)
{
    const qsizetype index = indexOf(path);
    if (index < 0)
        return;
    m_models.removeAt(index);
    remember();
    Q_EMIT changed();
}

void OpenedModels::remember()
{
    QStringList paths = m_absent;
    for (const OpenedModel &model : std::as_const(m_models)) {
        if (!m_new.contains(model.path))
            paths << model.path;
    }
    m_session.setSetting(kOpenedSetting, paths.join(QLatin1Char('\n')));
}

Result<> OpenedModels::decide(const QString &path, const ModelSettings &settings)
{
    const qsizetype index = indexOf(path);
    if (index < 0 || !m_models[index].info)
        return {};
    if (Result<> written = writeModelSettings(path, settings); !written)
        return written;
    ModelInfo &info = *m_models[index].info;
    info.hasClassNames = !settings.classes.isEmpty();
    if (info.hasClassNames)
        info.classes = settings.classes;
    if (settings.pixels)
        info.pixels = settings.pixels;
    Q_EMIT changed();
    Q_EMIT decided(path);
    return {};
}

} // namespace boxwright
