// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/class_options.h"
#include "app/cli/command.h"

namespace boxwright::cli {

/// Turns one format's files into another's, without a project.
class ConvertCommand : public Command
{
public:
    [[nodiscard]] const char *name() const override { return "convert"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString example() const override;
    void setUp(Options &options) override;
    Result<> run(const Context &context) override;

private:
    QString m_from;
    QString m_to;
    QString m_images;
    QString m_imageRoot;
    QString m_attribute;
    QString m_s3Prefix;
    bool m_isCopyingImages = false;
    ClassOptions m_classes;
};

} // namespace boxwright::cli
