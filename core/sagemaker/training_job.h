// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace boxwright {

// The CreateTrainingJob request of SageMaker's "Object Detection - MXNet" (developer guide, "Object Detection:
// Input/Output Interface" and "Augmented Manifest Files"; API reference, "CreateTrainingJob"). Plain values in, text
// out: nothing here opens a connection or knows a credential.

/// How the training data reaches the job.
enum class TrainingInput
{
    RecordIo,          ///< one .rec a channel
    Images,            ///< images and JSON in channels of their own
    AugmentedManifest, ///< a manifest a channel, streamed in Pipe mode
};

/// What was counted in the files that will be uploaded.
struct TrainingData
{
    TrainingInput input = TrainingInput::RecordIo;
    int classes = 0;
    qint64 trainingImages = 0;
    qint64 validationImages = 0;
    qint64 labelWidth = 0; ///< values of the fullest image's label: header and objects
    QString contentType;   ///< of image channels: image/jpeg, image/png or application/x-image
    QString attribute;     ///< of manifests: the label attribute
};

/// What a person decides of a job. An empty text takes the default that its comment names.
struct TrainingJob
{
    QString name;    ///< 1..63 letters, digits and single hyphens; unique in account and region
    QString roleArn; ///< that SageMaker acts under
    QString region = QStringLiteral("us-east-1");
    QString trainingImage; ///< the algorithm's container; empty: the region's own
    QString instanceType = QStringLiteral("ml.p3.2xlarge");
    int instanceCount = 1;
    int volumeGb = 50;
    int maxSeconds = 86'400;
    QString dataUri;                        ///< "s3://bucket/folder" that holds the export
    QString outputUri;                      ///< empty: "output" beside the data
    QString modelUri;                       ///< model.tar.gz of an earlier job to train further; empty: none
    QMap<QString, QString> hyperparameters; ///< that differ from the defaults; counted ones win over the counts
};

/// The request as JSON. Fails with the first value that SageMaker would refuse: a name, an instance without GPU, a
/// hyperparameter out of its range, data without validation images, a label_width below what the data needs.
Result<QByteArray> trainingJobRequest(const TrainingJob &job, const TrainingData &data);

/// A shell script with the three steps: upload the export, create the job, wait for its end. `exportFolder` and
/// `requestFile` are relative to the script's own folder, or absolute.
QByteArray uploadScript(const TrainingJob &job, const QString &exportFolder, const QString &requestFile);

/// The container of a region; empty where none is known.
QString trainingImageOf(const QString &region);
/// The regions that have one, sorted.
QStringList trainingRegions();

/// A job name made of any text and a time stamp, as SageMaker allows it.
QString jobNameFrom(const QString &text, const QString &stamp);

/// Whether the text is "s3://bucket" or "s3://bucket/folder" with a bucket's name as S3 allows it.
bool isS3Address(const QString &text);

} // namespace boxwright
