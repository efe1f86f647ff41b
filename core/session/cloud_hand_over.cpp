// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/cloud_hand_over.h"

#include "core/base/file_io.h"
#include "core/formats/training_data.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CloudHandOver)
};

Result<> checkSplits(FormatSource &source)
{
    qint64 train = 0;
    qint64 validation = 0;
    source.rewind();
    while (const std::optional<FormatImage> image = source.next()) {
        if (image->labels.empty())
            continue;
        if (image->split == Split::Train || image->split == Split::None)
            ++train;
        else if (image->split == Split::Validation)
            ++validation;
    }
    source.rewind();
    if (train == 0)
        return failure(
            Text::tr("A training job needs training images, and none of the chosen images is in that split"));
    if (validation == 0)
        return failure(Text::tr("A training job needs validation images, and none of the labelled images is in that "
                                "split; split the data set first"));
    return {};
}

/// As the script's folder sees it, where it lies below or beside; else absolute.
QString seenFrom(const QDir &folder, const QString &path)
{
    const QString relative = folder.relativeFilePath(path);
    return relative.startsWith(QLatin1String("../..")) ? path : relative;
}

} // namespace

Result<> prepareHandOver(const QString &formatId, const TrainingJob &job, WriteOptions &write, FormatSource &source)
{
    const Result<TrainingInput> input = trainingInputOf(formatId);
    if (!input)
        return failure(input.error());
    if (*input == TrainingInput::Images)
        write.copyImages = true;
    if (*input == TrainingInput::AugmentedManifest && write.s3Prefix.isEmpty()) {
        write.copyImages = true;
        write.s3Prefix =
            job.dataUri + (job.dataUri.endsWith(u'/') ? QString() : QStringLiteral("/")) + QStringLiteral("images");
    }
    // What is wrong with the job shows before anything is written: the least counts stand for those that come later.
    TrainingData some;
    some.classes = 1;
    some.trainingImages = 1;
    some.validationImages = 1;
    some.labelWidth = 7;
    if (Result<QByteArray> request = trainingJobRequest(job, some); !request)
        return failure(request.error());
    return checkSplits(source);
}

Result<HandOverReport> writeHandOver(const QString &formatId, const QString &exportFolder, int classes,
                                     const CloudHandOver &handOver)
{
    const Result<TrainingData> data = countTrainingData(formatId, exportFolder, classes);
    if (!data)
        return failure(data.error());
    const Result<QByteArray> request = trainingJobRequest(handOver.job, *data);
    if (!request)
        return failure(request.error());
    const QFileInfo file(handOver.requestFile);
    HandOverReport report{*data, file.absoluteFilePath(), file.dir().filePath(QStringLiteral("upload.sh"))};
    if (Result<> made = makeFolder(file.absolutePath()); !made)
        return failure(made.error());
    if (Result<> written = writeFile(report.requestFile, *request); !written)
        return failure(written.error());
    const QByteArray script = uploadScript(handOver.job, seenFrom(file.dir(), exportFolder), file.fileName());
    if (Result<> written = writeFile(report.uploadScript, script); !written)
        return failure(written.error());
    QFile::setPermissions(report.uploadScript,
                          QFile::permissions(report.uploadScript) | QFileDevice::ExeOwner | QFileDevice::ExeUser);
    return report;
}

} // namespace boxwright
