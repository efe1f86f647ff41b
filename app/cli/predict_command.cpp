// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/predict_command.h"

#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/overlay_names.h"
#include "core/base/file_io.h"
#include "core/detect/detector_backend.h"
#include "core/imaging/image_reader.h"
#include "core/imaging/overlay.h"
#include "core/model/class_colors.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PredictCommand)
};

using Json = nlohmann::ordered_json;

constexpr double kOverlayConfidence = 0.3; ///< what overlays show where no --min-confidence was given

/// [class, confidence, xmin, ymin, xmax, ymax] with corners as fractions, as SageMaker's endpoint answers.
Json answer(const QString &path, QSize size, const std::vector<Detection> &detections)
{
    Json rows = Json::array();
    for (const Detection &detection : detections) {
        const Box &box = detection.box;
        rows.push_back(Json::array({detection.classIndex, detection.confidence, box.left / size.width(),
                                    box.top / size.height(), box.right / size.width(), box.bottom / size.height()}));
    }
    return {{"file", path.toStdString()}, {"prediction", std::move(rows)}};
}

/// Runs the model on one image after the other and hands the answers over as they come.
class Prediction
{
public:
    Prediction(Detector &detector, const DetectOptions &options, const QString &overlays)
        : m_detector(detector)
        , m_options(options)
        , m_overlays(overlays)
        , m_names(overlays)
    {
        ClassColors palette({});
        for (qsizetype index = 0; index < detector.info().classes.size(); ++index)
            m_colors << palette.next();
    }

    void setOverlayConfidence(double confidence) { m_overlayConfidence = confidence; }

    Result<Json> predict(const QString &path)
    {
        const Result<QImage> image = readImage(path);
        if (!image)
            return failure(image.error());
        Result<std::vector<Detection>> detections = m_detector.detect(*image, m_options);
        if (!detections)
            return failure(detections.error());
        Json result = answer(path, image->size(), *detections);
        if (m_overlays.isEmpty())
            return result;
        const QImage overlay = drawOverlay(*image, overlayBoxes(*detections));
        if (auto written = writePng(m_names.next(path), overlay); !written)
            return failure(written.error());
        return result;
    }

private:
    /// The least certain first, so that the most certain lie on top.
    [[nodiscard]] std::vector<OverlayBox> overlayBoxes(const std::vector<Detection> &detections) const
    {
        std::vector<OverlayBox> boxes;
        for (auto one = detections.rbegin(); one != detections.rend(); ++one) {
            if (one->confidence < m_overlayConfidence)
                continue;
            const QString caption = Text::tr("%1 %2 %", "class, confidence in per cent")
                                        .arg(m_detector.info().classes.value(one->classIndex))
                                        .arg(one->confidence * 100, 0, 'f', 0);
            boxes.push_back({one->box, caption, m_colors.value(one->classIndex, Qt::red)});
        }
        return boxes;
    }

    Detector &m_detector;
    DetectOptions m_options;
    QString m_overlays;
    OverlayNames m_names;
    QList<QColor> m_colors; ///< of each class
    double m_overlayConfidence = kOverlayConfidence;
};

} // namespace

QString PredictCommand::summary() const
{
    return Text::tr("Find objects on images with a model, one JSON object a line");
}

QString PredictCommand::example() const
{
    return QStringLiteral("predict --model cells.runs/first/best photo.jpg --overlay seen");
}

void PredictCommand::setUp(Options &options)
{
    m_model.setUp(options);
    options.texts({"images", "IMAGE...", Text::tr("Images, or folders of images"), true}, m_images);
    options.text({"--overlay", "DIR", Text::tr("Also draw what was found, as PNG files into this folder")}, m_overlays);
    options.number(
        {"--min-confidence", "X", Text::tr("Leave out what is less certain, 0 to 1 (0.01; overlays show from 0.3)")},
        0.0, 1.0, m_minConfidence);
}

Result<QStringList> PredictCommand::imagePaths() const
{
    QStringList paths;
    for (const QString &word : m_images) {
        if (!QFileInfo(word).isDir()) {
            paths << word;
            continue;
        }
        const Result<QStringList> inside = findImageFiles(word);
        if (!inside)
            return failure(inside.error());
        paths << *inside;
    }
    return paths;
}

Result<> PredictCommand::run(const Context &context)
{
    const Result<QStringList> paths = imagePaths();
    if (!paths)
        return failure(paths.error());
    const Result<std::unique_ptr<Detector>> detector = m_model.open();
    if (!detector)
        return failure(detector.error());
    if (!m_overlays.isEmpty())
        if (auto made = makeFolder(m_overlays); !made)
            return made;

    DetectOptions options;
    if (m_minConfidence >= 0)
        options.minConfidence = m_minConfidence;
    Prediction prediction(**detector, options, m_overlays);
    if (m_minConfidence >= 0)
        prediction.setOverlayConfidence(m_minConfidence);

    Console &console = context.console;
    Json document = Json::array();
    qint64 done = 0;
    qint64 failed = 0;
    for (const QString &path : *paths) {
        if (context.interrupt.isAsked())
            return failure(Text::tr("Stopped after %1 of %2 images.").arg(done).arg(paths->size()));
        if (Result<Json> one = prediction.predict(path)) {
            if (console.isJson())
                document.push_back(std::move(*one));
            else
                console.print(QString::fromStdString(one->dump()));
        } else { // the other images still get their answers
            console.error(one.error());
            ++failed;
        }
        console.progress({Text::tr("Detecting"), ++done, paths->size(), 0, -1});
    }
    if (console.isJson())
        console.print(QString::fromStdString(document.dump()));
    if (failed > 0)
        return failure(Text::tr("%1 of %2 images gave no answer.").arg(failed).arg(paths->size()));
    return {};
}

} // namespace boxwright::cli
