// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/cloud_hand_over.h"

#include <QStringList>

namespace boxwright::cli {

class Console;
class Options;

/// The options of `export` that describe a training job in the cloud. Owned by the command.
class TrainingJobOptions
{
public:
    void setUp(Options &options);

    [[nodiscard]] bool isWanted() const { return !m_request.isEmpty(); }
    /// The job; `project` names it where nobody did. What was not given is a placeholder that the console is told of.
    [[nodiscard]] Result<CloudHandOver> handOver(const QString &project, Console &console) const;

private:
    QString m_request;
    QString m_data;
    QString m_role;
    QString m_region = QStringLiteral("us-east-1");
    QString m_instance = QStringLiteral("ml.p3.2xlarge");
    QString m_name;
    QString m_model;
    QString m_hyperparameterFile;
    QStringList m_hyperparameters;
};

} // namespace boxwright::cli
