// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_backend.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace boxwright {

class Job;
class JobStrip;

/// Writes a model as the cloud wants it, on a thread of its own, and says how it went. Hidden until then. GUI thread;
/// owned by the model's view.
class CloudExportLine : public QWidget
{
    Q_OBJECT

public:
    explicit CloudExportLine(QWidget *parent = nullptr);
    ~CloudExportLine() override;

    /// Asks for a file and writes it; says why not where the model has no counterpart in the cloud.
    void begin(const ModelInfo &model, const QString &folder);
    /// Another model is shown: what was said of this one goes. What is being written is written to its end.
    void clear();

Q_SIGNALS:
    void finished();

private:
    void write(const ModelInfo &model, const QString &target);
    void say(const QString &text, const char *kind);

    QLabel *m_words = nullptr;
    JobStrip *m_strip = nullptr;
    std::unique_ptr<Job> m_job;
};

} // namespace boxwright
