// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/detection_runner.h"

#include "core/edit/commands/set_suggestions.h"
#include "core/imaging/image_reader.h"
#include "core/jobs/background_thread.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QThread>

#include <algorithm>
#include <exception>

namespace boxwright {

namespace {

/// Below that a person would not look at a suggestion; the slider of the window starts here.
constexpr double kMinConfidence = 0.05;
/// The network keeps 400 at most; nobody corrects more than these on one image, and each is written to disk.
constexpr int kMaxSuggestions = 200;
constexpr double kSameObjectIoU = 0.5;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DetectionRunner)
};

bool hasLabelThere(const ImageRecord &image, ClassId classId, const Box &box)
{
    return std::any_of(image.labels.cbegin(), image.labels.cend(), [&](const Label &label) {
        return label.classId == classId && intersectionOverUnion(label.box, box) >= kSameObjectIoU;
    });
}

} // namespace

struct DetectionRunner::Answer
{
    quint64 generation = 0;
    ImageId image = ImageId::None;
    QString folder; ///< of the model
    ModelInfo model;
    std::vector<Detection> detections;
    QSize size; ///< of the image, where it could be read
    int orientation = 1;
    std::optional<Error> modelError; ///< the model cannot be opened: nothing else is set
    QString problem;                 ///< why this image has no answer; empty where it has
};

/// The thread with the opened model. Owned by the runner; tasks are done in the order in which they come.
class DetectionRunner::Worker
{
public:
    struct Task
    {
        quint64 generation = 0;
        ImageId image = ImageId::None;
        QString path;
        QString folder;
        int revision = 0; ///< of what is stored beside the model
    };
    using Deliver = std::function<void(const Answer &)>;

    Worker(BackendSource backend, Deliver deliver)
        : m_backend(std::move(backend))
        , m_deliver(std::move(deliver))
    {
        m_context.moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::started, &m_context, &yieldToTheWindow);
        m_thread.setObjectName(QStringLiteral("detection"));
    }

    ~Worker()
    {
        m_thread.quit();
        m_thread.wait();
    }

    void ask(const Task &task)
    {
        if (!m_thread.isRunning())
            m_thread.start(QThread::LowPriority);
        QMetaObject::invokeMethod(
            &m_context, [this, task] { m_deliver(answer(task)); }, Qt::QueuedConnection);
    }

private:
    // On the worker's thread.
    Answer answer(const Task &task)
    {
        Answer answer;
        answer.generation = task.generation;
        answer.image = task.image;
        answer.folder = task.folder;
        try {
            detect(task, answer);
        } catch (const std::exception &exception) {
            answer.problem = Text::tr("%1: detection was stopped by an unexpected error: %2")
                                 .arg(QFileInfo(task.path).fileName(), QString::fromLocal8Bit(exception.what()));
        }
        return answer;
    }

    void detect(const Task &task, Answer &answer)
    {
        if (const Result<> opened = open(task); !opened) {
            answer.modelError = opened.error();
            return;
        }
        answer.model = m_detector->info();
        const Result<QImage> image = readImage(task.path);
        if (!image) {
            answer.problem = image.error().message;
            return;
        }
        answer.size = image->size();
        if (const Result<ImageHeader> header = readImageHeader(task.path))
            answer.orientation = header->orientation;
        Result<std::vector<Detection>> detections = m_detector->detect(*image, {kMinConfidence, 0});
        if (detections)
            answer.detections = std::move(*detections);
        else
            answer.problem = detections.error().message;
    }

    Result<> open(const Task &task)
    {
        if (m_detector && m_folder == task.folder && m_revision == task.revision)
            return {};
        m_detector.reset(); // two models at once would be twice the memory
        Result<std::unique_ptr<Detector>> detector = openDetector(m_backend, task.folder);
        if (!detector)
            return failure(detector.error());
        m_detector = std::move(*detector);
        m_folder = task.folder;
        m_revision = task.revision;
        return {};
    }

    BackendSource m_backend;
    Deliver m_deliver;
    std::unique_ptr<Detector> m_detector;
    QString m_folder;
    int m_revision = 0;
    QObject m_context;
    QThread m_thread;
};

DetectionRunner::DetectionRunner(ProjectSession &session, BackendSource backend, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_worker = std::make_unique<Worker>(std::move(backend), [this](const Answer &answer) {
        QMetaObject::invokeMethod(
            this, [this, answer] { take(answer); }, Qt::QueuedConnection);
    });
}

DetectionRunner::~DetectionRunner() = default;

void DetectionRunner::setModel(const QString &folder)
{
    if (m_model == folder)
        return;
    m_model = folder;
    m_seen.clear();
    if (m_current && !m_model.isEmpty()) { // the image in work gets the new model's answer
        m_queue.prepend(*m_current);
        ++m_generation;
        startNext();
    } else if (m_model.isEmpty()) {
        cancel();
    }
    Q_EMIT modelChanged(folder);
}

void DetectionRunner::reopenModel()
{
    ++m_revision;
    m_seen.clear();
    m_toldModels.remove(m_model);
    if (m_current) { // its answer would be the old one's
        m_queue.prepend(*m_current);
        ++m_generation;
        startNext();
    }
}

void DetectionRunner::detect(const QList<ImageId> &images)
{
    if (m_model.isEmpty())
        return;
    QList<ImageId> queue;
    QSet<qint64> waiting;
    if (m_current)
        waiting.insert(toNumber(*m_current));
    for (const QList<ImageId> &part : {images, m_queue}) {
        for (const ImageId image : part) {
            const bool isNew = !waiting.contains(toNumber(image));
            waiting.insert(toNumber(image));
            if (isNew)
                queue << image;
        }
    }
    m_queue = queue;
    if (m_current || m_queue.isEmpty())
        return;
    m_done = 0;
    m_problems.clear();
    m_clock.start();
    startNext();
    if (m_current)
        Q_EMIT runningChanged(true);
}

void DetectionRunner::detectAsStep(ImageId image)
{
    if (m_model.isEmpty())
        return;
    m_steps.insert(image);
    detect({image});
}

void DetectionRunner::cancel()
{
    m_queue.clear();
    m_steps.clear();
    if (!m_current)
        return;
    ++m_generation;
    m_current.reset();
    endBatch();
}

void DetectionRunner::startNext()
{
    m_current.reset();
    while (!m_queue.isEmpty() && !m_current) {
        const ImageId next = m_queue.takeFirst();
        const ImageRecord *image = m_session.dataset().image(next);
        if (!image)
            continue;
        m_current = next;
        m_worker->ask({++m_generation, next, m_session.absoluteImagePath(image->info), m_model, m_revision});
    }
}

void DetectionRunner::take(const Answer &answer)
{
    if (answer.generation != m_generation || !m_current)
        return;
    if (answer.modelError) {
        cancel();
        Q_EMIT failed(*answer.modelError);
        return;
    }
    ++m_done;
    m_seen.insert(answer.image);
    noteMissingClasses(answer);
    if (answer.size.isValid())
        m_session.document().learn({{answer.image, answer.size, answer.orientation, {}}});
    if (answer.problem.isEmpty())
        pushSuggestions(answer);
    else
        m_problems << answer.problem;
    startNext();
    tellProgress();
    if (!m_current)
        endBatch();
}

void DetectionRunner::pushSuggestions(const Answer &answer)
{
    const Dataset &dataset = m_session.dataset();
    const ImageRecord *image = dataset.image(answer.image);
    if (!image)
        return;
    QList<Suggestion> suggestions;
    for (const Detection &detection : answer.detections) {
        const LabelClass *labelClass = dataset.classNamed(answer.model.classes.value(detection.classIndex));
        if (!labelClass || hasLabelThere(*image, labelClass->id, detection.box))
            continue;
        Suggestion suggestion;
        suggestion.classId = labelClass->id;
        suggestion.box = detection.box;
        suggestion.confidence = detection.confidence;
        suggestion.model = answer.model.name;
        suggestions << suggestion;
        if (suggestions.size() == kMaxSuggestions)
            break;
    }
    Document &document = m_session.document();
    if (m_steps.remove(answer.image))
        document.push(std::make_unique<SetSuggestions>(document, answer.image, std::move(suggestions)));
    else
        document.suggest(answer.image, std::move(suggestions));
}

void DetectionRunner::noteMissingClasses(const Answer &answer)
{
    if (answer.model.classes.isEmpty() || m_toldModels.contains(answer.folder))
        return;
    m_toldModels.insert(answer.folder);
    QStringList missing;
    for (const QString &name : answer.model.classes) {
        if (!m_session.dataset().classNamed(name))
            missing << name;
    }
    if (!missing.isEmpty())
        Q_EMIT noted(Text::tr("The model %1 knows classes that this project does not have; what it finds of them is "
                              "left out: %2")
                         .arg(answer.model.name, missing.join(QStringLiteral(", "))));
}

void DetectionRunner::endBatch()
{
    m_steps.clear();
    Q_EMIT runningChanged(false);
    if (!m_problems.isEmpty())
        Q_EMIT noted(Text::tr("%n image(s) got no suggestions: %1", nullptr, int(m_problems.size()))
                         .arg(m_problems.constFirst()));
    m_problems.clear();
}

void DetectionRunner::tellProgress()
{
    Progress progress;
    progress.phase = Text::tr("Finding objects");
    progress.done = m_done;
    progress.total = m_done + m_queue.size() + (m_current ? 1 : 0);
    const double seconds = double(m_clock.elapsed()) / 1000.0;
    progress.rate = seconds > 0 ? double(m_done) / seconds : 0;
    progress.secondsLeft = progress.rate > 0 ? double(progress.total - progress.done) / progress.rate : -1;
    Q_EMIT progressed(progress);
}

} // namespace boxwright
