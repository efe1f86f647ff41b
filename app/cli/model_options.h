// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "core/detect/detector_backend.h"

namespace boxwright::cli {

/// Options of the commands that open a model to detect: --model, --classes, --preprocess, --device,
/// --precision, --threads.
class ModelOptions
{
public:
    /// `isRequired`: the command does nothing without a model.
    void setUp(Options &options, bool isRequired = true);

    [[nodiscard]] const QString &classes() const { return m_classes; }
    [[nodiscard]] const QString &model() const { return m_model; }
    /// Opens it with what was asked for; the names of `fallback` are given to an artifact whose classes have none,
    /// where their number fits.
    [[nodiscard]] Result<std::unique_ptr<Detector>> open(const QStringList &fallback = {}) const;

private:
    QString m_model;
    QString m_classes;
    QString m_pixels;
    QString m_device;
    QString m_precision;
    qint64 m_threads = 0;
};

/// The names that a person gives with --classes: a file (see readClassNames()) or names with commas between them.
Result<QStringList> classNamesFrom(const QString &word);

} // namespace boxwright::cli
