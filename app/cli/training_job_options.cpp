// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/training_job_options.h"

#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/paths.h"
#include "app/cli/training_options.h"

#include <QCoreApplication>
#include <QDateTime>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TrainingJobOptions)
};

} // namespace

void TrainingJobOptions::setUp(Options &options)
{
    options.text({"--training-job", "JOB.json",
                  Text::tr("Also write SageMaker's CreateTrainingJob request, and upload.sh beside it")},
                 m_request);
    options.text({"--s3-data", "s3://...", Text::tr("Training job: address that the export is uploaded to")}, m_data);
    options.text({"--role", "ARN", Text::tr("Training job: role that SageMaker acts under")}, m_role);
    options.choice({"--region", "R", Text::tr("Training job: region (us-east-1)")}, trainingRegions(), m_region);
    options.text({"--instance", "TYPE", Text::tr("Training job: machine with a GPU (ml.p3.2xlarge)")}, m_instance);
    options.text({"--job-name", "NAME", Text::tr("Training job: name (the project's, with the time)")}, m_name);
    options.text(
        {"--start-model", "s3://...", Text::tr("Training job: model.tar.gz of an earlier job to train further")},
        m_model);
    options.text({"--hyperparameters", "FILE.json", Text::tr("Training job: one flat JSON object of hyperparameters")},
                 m_hyperparameterFile);
    options.texts({"--set", "NAME=VALUE...", Text::tr("Training job: single hyperparameters; win over the file")},
                  m_hyperparameters);
}

Result<CloudHandOver> TrainingJobOptions::handOver(const QString &project, Console &console) const
{
    CloudHandOver result;
    result.requestFile = absolutePath(m_request);
    TrainingJob &job = result.job;
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    job.name = m_name.isEmpty() ? jobNameFrom(project, stamp) : m_name;
    job.region = m_region;
    job.instanceType = m_instance;
    job.modelUri = m_model;
    job.dataUri = m_data;
    job.roleArn = m_role;
    if (m_data.isEmpty())
        job.dataUri = QStringLiteral("s3://your-bucket/") + jobNameFrom(project, QStringLiteral("data"));
    if (m_role.isEmpty())
        job.roleArn = QStringLiteral("arn:aws:iam::123456789012:role/your-sagemaker-role");
    if (m_data.isEmpty() || m_role.isEmpty())
        console.note(Text::tr("%1 holds placeholders for the bucket and the role that were not given: name them with "
                              "--s3-data and --role")
                         .arg(m_request));
    if (!m_hyperparameterFile.isEmpty()) {
        Result<QMap<QString, QString>> values = readHyperparameterFile(m_hyperparameterFile);
        if (!values)
            return failure(values.error());
        job.hyperparameters = *std::move(values);
    }
    if (Result<> taken = takeValues(m_hyperparameters, job.hyperparameters); !taken)
        return failure(taken.error());
    return result;
}

} // namespace boxwright::cli
