// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/training_data.h"

#include "core/base/file_io.h"
#include "core/formats/line_reader.h"
#include "core/sagemaker/annotation_json.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <functional>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TrainingData)
};

constexpr qint64 kHeader = 2;    ///< values of a label before its objects: the two widths
constexpr qint64 kPerObject = 5; ///< class and four corners

/// The counts of one channel.
struct Channel
{
    qint64 images = 0;
    qint64 labelWidth = 0;

    void add(qint64 width)
    {
        ++images;
        labelWidth = std::max(labelWidth, width);
    }
};

Result<> eachLine(const QString &path, const std::function<Result<>(QByteArrayView)> &take)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return failure(Text::tr("%1 could not be opened: %2").arg(path, file.errorString()));
    LineReader lines(file);
    while (const std::optional<QByteArrayView> line = lines.next()) {
        if (line->isEmpty())
            continue;
        if (Result<> taken = take(*line); !taken)
            return taken;
    }
    return {};
}

/// A line of a .lst: index, label values, path, with tabs between them.
Result<> countList(const QString &folder, const QString &name, Channel &channel)
{
    return eachLine(folder + u'/' + name + QStringLiteral(".lst"), [&channel](QByteArrayView line) {
        channel.add(line.count('\t') - 1);
        return Result<>();
    });
}

Result<> countManifest(const QString &folder, const QString &name, Channel &channel, QString &attribute)
{
    return eachLine(folder + u'/' + name + QStringLiteral(".manifest"), [&](QByteArrayView line) -> Result<> {
        const Result<AnnotatedImage> image = parseManifestLine(line);
        if (!image)
            return failure(image.error());
        if (attribute.isEmpty())
            attribute = image->attribute;
        channel.add(kHeader + kPerObject * static_cast<qint64>(image->boxes.size()));
        return {};
    });
}

Result<> countAnnotations(const QString &folder, const QString &name, Channel &channel)
{
    QDirIterator files(folder + u'/' + name + QStringLiteral("_annotation"), {QStringLiteral("*.json")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const Result<QByteArray> bytes = readFile(files.next());
        const Result<AnnotatedImage> image =
            bytes ? parseAnnotationFile(*bytes) : Result<AnnotatedImage>(failure(bytes.error()));
        if (!image)
            return failure(image.error());
        channel.add(kHeader + kPerObject * static_cast<qint64>(image->boxes.size()));
    }
    return {};
}

/// All channels carry one content type; a mixture has its own.
QString contentTypeOf(const QString &folder)
{
    QSet<QString> types;
    for (const QString &name : {QStringLiteral("train"), QStringLiteral("validation")}) {
        QDirIterator files(folder + u'/' + name, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            types.insert(QFileInfo(files.next()).suffix().compare(QLatin1String("png"), Qt::CaseInsensitive) == 0
                             ? QStringLiteral("image/png")
                             : QStringLiteral("image/jpeg"));
    }
    return types.size() == 1 ? *types.cbegin() : QStringLiteral("application/x-image");
}

} // namespace

Result<TrainingInput> trainingInputOf(const QString &formatId)
{
    const QStringList ids{QStringLiteral("recordio"), QStringLiteral("sagemaker-json"),
                          QStringLiteral("augmented-manifest")}; // in the order of TrainingInput
    const qsizetype place = ids.indexOf(formatId);
    if (place < 0)
        return failure(Text::tr("SageMaker's object detection cannot train on the format \"%1\"; it takes %2")
                           .arg(formatId, ids.join(QStringLiteral(", "))));
    return TrainingInput(place);
}

Result<TrainingData> countTrainingData(const QString &formatId, const QString &folder, int classes)
{
    const Result<TrainingInput> input = trainingInputOf(formatId);
    if (!input)
        return failure(input.error());
    TrainingData data;
    data.input = *input;
    data.classes = classes;
    Channel train;
    Channel validation;
    for (Channel *channel : {&train, &validation}) {
        const QString name = channel == &train ? QStringLiteral("train") : QStringLiteral("validation");
        const Result<> counted = *input == TrainingInput::RecordIo ? countList(folder, name, *channel)
                                 : *input == TrainingInput::Images
                                     ? countAnnotations(folder, name, *channel)
                                     : countManifest(folder, name, *channel, data.attribute);
        if (!counted)
            return failure(counted.error());
    }
    data.trainingImages = train.images;
    data.validationImages = validation.images;
    data.labelWidth = std::max({train.labelWidth, validation.labelWidth, kHeader + kPerObject});
    if (*input == TrainingInput::Images)
        data.contentType = contentTypeOf(folder);
    return data;
}

} // namespace boxwright
