// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/class_options.h"
#include "app/cli/command.h"
#include "app/cli/training_job_options.h"
#include "core/formats/dataset_format.h"

namespace boxwright::cli {

struct ProjectSnapshot;

/// Writes a project's labels for another program, and on request what a training in the cloud is started with. An old
/// export is replaced only by a complete new one.
class ExportCommand : public Command
{
public:
    [[nodiscard]] const char *name() const override { return "export"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString example() const override;
    void setUp(Options &options) override;
    Result<> run(const Context &context) override;

private:
    [[nodiscard]] WriteOptions writeOptions(const Context &context, const ProjectSnapshot &project) const;
    Result<> preview(const Context &context, FormatSource &source) const;
    void remember(const Context &context, const ProjectSnapshot &project, const WriteOptions &write,
                  const QStringList &classes) const;

    QString m_project;
    QString m_format;
    QString m_to;
    QString m_split;
    QString m_attribute;
    QString m_s3Prefix;
    QString m_imageRoot;
    qint64 m_shorterEdge = 0;
    qint64 m_jpegQuality = 95;
    bool m_isReviewedOnly = false;
    bool m_isWithoutEmpty = false;
    bool m_isCopyingImages = false;
    bool m_isUpright = false;
    bool m_isOrderAccepted = false;
    bool m_isPreview = false;
    ClassOptions m_classes;
    TrainingJobOptions m_job;
};

} // namespace boxwright::cli
