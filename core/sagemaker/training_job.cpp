// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/training_job.h"

#include "core/sagemaker/job_hyperparameters.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TrainingJob)
};

using Json = nlohmann::ordered_json;

/// Accounts that hold the container "object-detection", by region (SageMaker Python SDK, image_uri_config).
const QMap<QString, QString> &registries()
{
    static const QMap<QString, QString> accounts{
        {QStringLiteral("af-south-1"), QStringLiteral("455444449433")},
        {QStringLiteral("ap-east-1"), QStringLiteral("286214385809")},
        {QStringLiteral("ap-northeast-1"), QStringLiteral("501404015308")},
        {QStringLiteral("ap-northeast-2"), QStringLiteral("306986355934")},
        {QStringLiteral("ap-northeast-3"), QStringLiteral("364406365360")},
        {QStringLiteral("ap-south-1"), QStringLiteral("991648021394")},
        {QStringLiteral("ap-southeast-1"), QStringLiteral("475088953585")},
        {QStringLiteral("ap-southeast-2"), QStringLiteral("544295431143")},
        {QStringLiteral("ca-central-1"), QStringLiteral("469771592824")},
        {QStringLiteral("cn-north-1"), QStringLiteral("390948362332")},
        {QStringLiteral("cn-northwest-1"), QStringLiteral("387376663083")},
        {QStringLiteral("eu-central-1"), QStringLiteral("813361260812")},
        {QStringLiteral("eu-north-1"), QStringLiteral("669576153137")},
        {QStringLiteral("eu-south-1"), QStringLiteral("257386234256")},
        {QStringLiteral("eu-west-1"), QStringLiteral("685385470294")},
        {QStringLiteral("eu-west-2"), QStringLiteral("644912444149")},
        {QStringLiteral("eu-west-3"), QStringLiteral("749696950732")},
        {QStringLiteral("me-south-1"), QStringLiteral("249704162688")},
        {QStringLiteral("sa-east-1"), QStringLiteral("855470959533")},
        {QStringLiteral("us-east-1"), QStringLiteral("811284229777")},
        {QStringLiteral("us-east-2"), QStringLiteral("825641698319")},
        {QStringLiteral("us-gov-west-1"), QStringLiteral("226302683700")},
        {QStringLiteral("us-west-1"), QStringLiteral("632365934929")},
        {QStringLiteral("us-west-2"), QStringLiteral("433757028032")},
    };
    return accounts;
}

QString withoutSlash(QString address)
{
    while (address.endsWith(u'/'))
        address.chop(1);
    return address;
}

bool matches(const QString &text, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern))).match(text).hasMatch();
}

Result<> checkJob(const TrainingJob &job)
{
    if (!matches(job.name, "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"))
        return failure(
            Text::tr("The training job's name \"%1\" must be 1 to 63 letters, digits and hyphens").arg(job.name));
    if (!matches(job.roleArn, "arn:aws[a-z-]*:iam::\\d{12}:role/?[\\w+=,.@/-]+"))
        return failure(
            Text::tr("\"%1\" is no role: it should look like arn:aws:iam::123456789012:role/NAME").arg(job.roleArn));
    for (const QString &address : {job.dataUri, job.outputUri, job.modelUri}) {
        if (!address.isEmpty() && !isS3Address(address))
            return failure(Text::tr("\"%1\" is no address in S3: it should look like s3://bucket/folder").arg(address));
    }
    if (job.dataUri.isEmpty())
        return failure(Text::tr("The training job needs the address in S3 that the export is uploaded to"));
    if (job.trainingImage.isEmpty() && trainingImageOf(job.region).isEmpty())
        return failure(Text::tr("SageMaker's object detection is not offered in the region \"%1\"").arg(job.region));
    // Training needs a GPU; of a processor instance the job would fail after it was paid for.
    if (!matches(job.instanceType, "ml\\.(p[2-9]|g[4-9])[a-z]*\\.\\d*x?large"))
        return failure(Text::tr("The instance \"%1\" has no GPU that object detection trains on; ml.p3.2xlarge or "
                                "ml.g4dn.xlarge has one")
                           .arg(job.instanceType));
    if (job.instanceCount < 1 || job.volumeGb < 1 || job.maxSeconds < 1)
        return failure(Text::tr("A training job needs at least one instance, one GB and one second"));
    return {};
}

Result<Json> hyperparametersOf(const TrainingJob &job, const TrainingData &data)
{
    QMap<QString, QString> chosen = job.hyperparameters;
    const QString batch = QStringLiteral("mini_batch_size");
    if (!chosen.contains(batch) && data.trainingImages < 32) // the container refuses batches above the data
        chosen.insert(batch, QString::number(data.trainingImages));
    if (!job.modelUri.isEmpty() && !chosen.contains(QStringLiteral("use_pretrained_model")))
        chosen.insert(QStringLiteral("use_pretrained_model"), QStringLiteral("0")); // it starts from the model
    const QMap<QString, qint64> counted{{QStringLiteral("num_classes"), data.classes},
                                        {QStringLiteral("num_training_samples"), data.trainingImages},
                                        {QStringLiteral("label_width"), data.labelWidth}};
    for (auto count = counted.cbegin(); count != counted.cend(); ++count) {
        if (chosen.contains(count.key()) && chosen[count.key()].toLongLong() < *count)
            return failure(Text::tr("The hyperparameter %1 is %2, but the data needs %3")
                               .arg(count.key(), chosen[count.key()])
                               .arg(*count));
        if (!chosen.contains(count.key()))
            chosen.insert(count.key(), QString::number(*count));
    }
    const Result<QMap<QString, QString>> values = jobHyperparameters(chosen);
    if (!values)
        return failure(values.error());
    Json json = Json::object();
    for (auto value = values->cbegin(); value != values->cend(); ++value)
        json[value.key().toStdString()] = value->toStdString();
    return json;
}

Json s3Source(const QString &type, const QString &address)
{
    return {{"S3DataType", type.toStdString()},
            {"S3Uri", address.toStdString()},
            {"S3DataDistributionType", "FullyReplicated"}};
}

Json channel(const QString &name, const Json &source, const QString &contentType)
{
    return {{"ChannelName", name.toStdString()},
            {"DataSource", {{"S3DataSource", source}}},
            {"ContentType", contentType.toStdString()},
            {"CompressionType", "None"}};
}

Json manifestChannel(const QString &root, const QString &name, const TrainingData &data)
{
    Json source = s3Source(QStringLiteral("AugmentedManifestFile"), root + u'/' + name + QStringLiteral(".manifest"));
    source["AttributeNames"] = {"source-ref", data.attribute.toStdString()}; // the image first: the order matters
    Json json = channel(name, source, QStringLiteral("application/x-recordio"));
    json["RecordWrapperType"] = "RecordIO";
    json["InputMode"] = "Pipe";
    return json;
}

Json channelsOf(const TrainingJob &job, const TrainingData &data)
{
    const QString root = withoutSlash(job.dataUri);
    const QString prefix = QStringLiteral("S3Prefix");
    Json channels = Json::array();
    for (const QString &name : {QStringLiteral("train"), QStringLiteral("validation")}) {
        if (data.input == TrainingInput::AugmentedManifest)
            channels.push_back(manifestChannel(root, name, data));
        else if (data.input == TrainingInput::RecordIo) // exactly one .rec: the .idx and .lst beside it stay out
            channels.push_back(channel(name, s3Source(prefix, root + u'/' + name + QStringLiteral(".rec")),
                                       QStringLiteral("application/x-recordio")));
        // A prefix is no folder: without the slash "train" would take in "train_annotation" too.
        else
            for (const QString &folder : {name, name + QStringLiteral("_annotation")})
                channels.push_back(channel(folder, s3Source(prefix, root + u'/' + folder + u'/'), data.contentType));
    }
    if (!job.modelUri.isEmpty()) {
        Json model = channel(QStringLiteral("model"), s3Source(prefix, job.modelUri),
                             QStringLiteral("application/x-sagemaker-model"));
        model["InputMode"] = "File";
        channels.push_back(model);
    }
    return channels;
}

/// One word for the shell, whatever is in it.
QString quoted(QString word)
{
    word.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + word + u'\'';
}

} // namespace

Result<QByteArray> trainingJobRequest(const TrainingJob &job, const TrainingData &data)
{
    if (Result<> fine = checkJob(job); !fine)
        return failure(fine.error());
    if (data.trainingImages < 1 || data.classes < 1)
        return failure(Text::tr("There is nothing to train on: the export has no labelled training image"));
    if (data.validationImages < 1)
        return failure(Text::tr("SageMaker's object detection needs validation images, and the export has none"));
    const Result<Json> hyperparameters = hyperparametersOf(job, data);
    if (!hyperparameters)
        return failure(hyperparameters.error());
    const QString output =
        withoutSlash(job.outputUri.isEmpty() ? withoutSlash(job.dataUri) + QStringLiteral("/output") : job.outputUri);
    const QString image = job.trainingImage.isEmpty() ? trainingImageOf(job.region) : job.trainingImage;
    const char *mode = data.input == TrainingInput::AugmentedManifest ? "Pipe" : "File";
    const Json json{{"TrainingJobName", job.name.toStdString()},
                    {"AlgorithmSpecification", {{"TrainingImage", image.toStdString()}, {"TrainingInputMode", mode}}},
                    {"RoleArn", job.roleArn.toStdString()},
                    {"InputDataConfig", channelsOf(job, data)},
                    {"OutputDataConfig", {{"S3OutputPath", output.toStdString()}}},
                    {"ResourceConfig",
                     {{"InstanceType", job.instanceType.toStdString()},
                      {"InstanceCount", job.instanceCount},
                      {"VolumeSizeInGB", job.volumeGb}}},
                    {"StoppingCondition", {{"MaxRuntimeInSeconds", job.maxSeconds}}},
                    {"HyperParameters", *hyperparameters}};
    return QByteArray::fromStdString(json.dump(2)) + '\n';
}

QByteArray uploadScript(const TrainingJob &job, const QString &exportFolder, const QString &requestFile)
{
    const QString region = QStringLiteral(" --region ") + quoted(job.region);
    const QString text =
        QStringLiteral("#!/bin/sh\n"
                       "# Uploads the export, creates the training job and waits for its end. Needs the program aws\n"
                       "# (version 1 or 2) and credentials that may write to the bucket and start the job.\n"
                       "set -eu\n"
                       "cd \"$(dirname \"$0\")\"\n"
                       "aws s3 sync %1 %2 --exclude boxwright-export.list%5\n"
                       "aws sagemaker create-training-job --cli-input-json %3%5\n"
                       "aws sagemaker wait training-job-completed-or-stopped --training-job-name %4%5\n")
            .arg(quoted(exportFolder), quoted(withoutSlash(job.dataUri) + u'/'),
                 quoted(QStringLiteral("file://") + requestFile), quoted(job.name), region);
    return text.toUtf8();
}

QString trainingImageOf(const QString &region)
{
    const QString account = registries().value(region);
    if (account.isEmpty())
        return {};
    const QString ending = region.startsWith(QLatin1String("cn-")) ? QStringLiteral(".cn") : QString();
    return QStringLiteral("%1.dkr.ecr.%2.amazonaws.com%3/object-detection:1").arg(account, region, ending);
}

QStringList trainingRegions()
{
    return registries().keys();
}

QString jobNameFrom(const QString &text, const QString &stamp)
{
    static const QRegularExpression others(QStringLiteral("[^a-zA-Z0-9]+"));
    constexpr qsizetype kMaxName = 63;
    QString name = QString(text).replace(others, QStringLiteral("-")).left(kMaxName - stamp.size() - 1);
    while (name.startsWith(u'-'))
        name.remove(0, 1);
    while (name.endsWith(u'-'))
        name.chop(1);
    return (name.isEmpty() ? QStringLiteral("boxwright") : name) + u'-' + stamp;
}

bool isS3Address(const QString &text)
{
    return matches(text, "s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/.*)?");
}

} // namespace boxwright
