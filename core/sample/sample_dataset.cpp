// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/sample_dataset.h"

#include "core/base/file_io.h"
#include "core/sample/fruit.h"
#include "core/sample/sample_scene.h"

#include <nlohmann/json.hpp>

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>

#include <exception>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SampleDataset)
};

using Json = nlohmann::ordered_json;

constexpr int kJpegQuality = 92;
constexpr int kValidationEvery = 5; ///< every fifth scene is for validation

Json classMap()
{
    Json map = Json::object();
    for (int i = 0; i < kFruitKinds; ++i)
        map[std::to_string(i)] = fruitName(static_cast<FruitKind>(i));
    return map;
}

/// One line of an augmented manifest, as Ground Truth writes it (facts 1.11).
QByteArray manifestLine(const QString &file, const SampleScene &scene)
{
    Json annotations = Json::array();
    Json confidences = Json::array();
    for (const SampleObject &object : scene.objects) {
        annotations.push_back({{"class_id", object.classIndex},
                               {"left", static_cast<int>(object.box.left)},
                               {"top", static_cast<int>(object.box.top)},
                               {"width", static_cast<int>(object.box.width())},
                               {"height", static_cast<int>(object.box.height())}});
        confidences.push_back({{"confidence", 1.0}});
    }
    const Json size{{"width", scene.image.width()}, {"height", scene.image.height()}, {"depth", 3}};
    const Json line{{"source-ref", file.toStdString()},
                    {"boxes", {{"image_size", Json::array({size})}, {"annotations", annotations}}},
                    {"boxes-metadata",
                     {{"objects", confidences},
                      {"class-map", classMap()},
                      {"type", "groundtruth/object-detection"},
                      {"human-annotated", "yes"},
                      {"creation-date", "2024-01-01T00:00:00.000000"},
                      {"job-name", "labeling-job/boxwright-sample"}}}};
    return QByteArray::fromStdString(line.dump()) + '\n';
}

Result<> writeScene(const QString &path, const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "JPEG", kJpegQuality))
        return failure(Text::tr("%1 could not be written: this Qt cannot write JPEG files.").arg(path));
    return writeFile(path, bytes);
}

Result<> drawAll(const QString &folder, const SampleOptions &options, const CancelFlag &cancel,
                 const ProgressSink &progress)
{
    const QDir target(folder);
    if (auto made = makeFolder(target.filePath(QStringLiteral("images"))); !made)
        return made;
    QByteArray train;
    QByteArray validation;
    for (int number = 0; number < options.images; ++number) {
        if (cancel.isCancelled())
            return failure(Text::tr("Drawing the sample data set was cancelled after %n image(s).", nullptr, number));
        const SampleScene scene = drawSampleScene(number, options.seed);
        const QString file = QStringLiteral("images/scene-%1.jpg").arg(number + 1, 3, 10, QLatin1Char('0'));
        if (auto written = writeScene(target.filePath(file), scene.image); !written)
            return written;
        const bool isValidation = number % kValidationEvery == kValidationEvery - 1;
        (isValidation ? validation : train) += manifestLine(file, scene);
        if (progress)
            progress({Text::tr("Drawing scenes"), number + 1, options.images, 0, -1});
    }
    if (auto written = writeFile(target.filePath(QStringLiteral("train.manifest")), train); !written)
        return written;
    return writeFile(target.filePath(QStringLiteral("validation.manifest")), validation);
}

} // namespace

Result<> drawSampleDataset(const QString &folder, const SampleOptions &options, const CancelFlag &cancel,
                           const ProgressSink &progress)
{
    try {
        return drawAll(folder, options, cancel, progress);
    } catch (const std::exception &exception) { // OpenCV
        return failure(Text::tr("The sample data set could not be drawn."), QString::fromLocal8Bit(exception.what()));
    }
}

} // namespace boxwright
