// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/augment_command.h"

#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/options.h"
#include "core/base/file_io.h"
#include "core/detect/detector_backend.h"
#include "core/imaging/overlay.h"
#include "core/model/class_colors.h"
#include "core/session/project_session.h"
#include "core/session/training_snapshot.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <limits>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AugmentCommand)
};

constexpr int kMostImages = 1'000'000;
constexpr int kMostEpochs = 1000;
constexpr int kLeastShape = 300;
constexpr int kMostShape = 4096;

QImage draw(const TrainingView &view, const QStringList &classes)
{
    ClassColors palette({});
    QList<QColor> colors;
    for (qsizetype i = 0; i < classes.size(); ++i)
        colors << palette.next();
    std::vector<OverlayBox> boxes;
    for (const TrainingBox &box : view.boxes)
        boxes.push_back({box.box, classes.value(box.classIndex), colors.value(box.classIndex, Qt::red)});
    return drawOverlay(view.image, boxes);
}

} // namespace

QString AugmentCommand::summary() const
{
    return Text::tr("Show what the network sees of the training images");
}

QString AugmentCommand::example() const
{
    return QStringLiteral("augment cells.boxwright --preview seen --augment mirror,crop");
}

void AugmentCommand::setUp(Options &options)
{
    options.text({"project", "P.boxwright", Text::tr("Project file"), true}, m_project);
    options.text({"--preview", "DIR", Text::tr("Folder for the pictures, NUMBER-IMAGE-EPOCH.png"), true}, m_folder);
    options.choice({"--preset", "P", Text::tr("Vary images as this preset does")}, presetWords(), m_preset);
    m_augmentation.setUp(options);
    options.integer({"--images", "N", Text::tr("How many training images (8)")}, 1, kMostImages, m_images);
    options.integer({"--epochs", "N", Text::tr("How many epochs of each (4)")}, 1, kMostEpochs, m_epochs);
    options.integer({"--image-shape", "N", Text::tr("Side of the square that the network sees (300)")}, kLeastShape,
                    kMostShape, m_imageShape);
    options.integer({"--seed", "N", Text::tr("The seed of the training (1)")}, 0, std::numeric_limits<qint64>::max(),
                    m_seed);
}

Result<TrainingRequest> AugmentCommand::makeRequest() const
{
    const Result<AugmentationSettings> augmentation = m_augmentation.settings(m_preset);
    if (!augmentation)
        return failure(augmentation.error());
    const Result<std::unique_ptr<ProjectSession>> session = ProjectSession::open(m_project);
    if (!session)
        return failure(session.error());
    TrainingSnapshot snapshot = trainingSnapshot(**session, quint64(m_seed));
    if (snapshot.train.empty())
        return failure(Text::tr("%1 has no labelled image to train on.").arg(m_project));
    TrainingRequest request;
    request.classes = std::move(snapshot.classes);
    request.train = std::move(snapshot.train);
    request.hyperparameters.imageShape = int(m_imageShape);
    request.augmentation = *augmentation;
    request.seed = quint64(m_seed);
    return request;
}

Result<> AugmentCommand::run(const Context &context)
{
    const Result<TrainingRequest> request = makeRequest();
    if (!request)
        return failure(request.error());
    const Result<DetectorBackend *> backend = detectorBackend();
    if (!backend)
        return failure(backend.error());
    if (auto made = makeFolder(m_folder); !made)
        return made;
    const int images = int(std::min(m_images, qint64(request->train.size())));
    const QDir folder(m_folder);
    nlohmann::ordered_json document = nlohmann::ordered_json::array();
    for (int image = 0; image < images; ++image) {
        const QString stem = QFileInfo(request->train[size_t(image)].path).completeBaseName();
        for (int epoch = 1; epoch <= int(m_epochs); ++epoch) {
            if (context.interrupt.isAsked())
                return failure(Text::tr("Stopped after %1 of %2 images.").arg(image).arg(images));
            const Result<TrainingView> view = (*backend)->trainingView(*request, image, epoch);
            if (!view)
                return failure(view.error());
            const QString name =
                QStringLiteral("%1-%2-%3.png").arg(image + 1, 4, 10, QLatin1Char('0')).arg(stem).arg(epoch);
            if (auto written = writePng(folder.filePath(name), draw(*view, request->classes)); !written)
                return written;
            if (!context.console.isJson())
                context.console.print(folder.filePath(name));
            document.push_back({{"file", folder.filePath(name).toStdString()},
                                {"image", request->train[size_t(image)].path.toStdString()},
                                {"epoch", epoch},
                                {"boxes", view->boxes.size()}});
        }
    }
    if (context.console.isJson())
        context.console.print(QString::fromStdString(document.dump()));
    return {};
}

} // namespace boxwright::cli
