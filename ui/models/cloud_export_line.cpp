// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cloud_export_line.h"

#include "core/detect/artifact_export.h"
#include "core/jobs/job.h"
#include "ui/dialogs/ask.h"
#include "ui/dialogs/job_strip.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

namespace boxwright {

CloudExportLine::CloudExportLine(QWidget *parent)
    : QWidget(parent)
{
    m_words = new QLabel;
    m_words->setObjectName(QStringLiteral("exportWords"));
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_strip = new JobStrip;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_words);
    layout->addWidget(m_strip);
    hide();
}

CloudExportLine::~CloudExportLine() = default;

void CloudExportLine::begin(const ModelInfo &model, const QString &folder)
{
    if (m_job && m_job->isRunning())
        return;
    if (const QString reason = whyNotForTheCloud(model); !reason.isEmpty()) {
        say(reason, "warn");
        return;
    }
    QString target =
        askSaveFile(this, tr("Export for SageMaker"), QDir(folder).filePath(QStringLiteral("model.tar.gz")),
                    tr("Model of SageMaker (*.tar.gz)"));
    const QFileInfo file(target);
    if (!target.isEmpty() && file.suffix().isEmpty()) {
        target += QLatin1String(".tar.gz");
        const bool isThere = QFileInfo::exists(target); // the dialog asked about another name
        if (isThere &&
            !askToGoOn(this, tr("%1 is there already.").arg(QDir::toNativeSeparators(target)), tr("Replace")))
            return;
    }
    if (!target.isEmpty())
        write(model, target);
}

void CloudExportLine::write(const ModelInfo &model, const QString &target)
{
    m_job = std::make_unique<Job>([this, model, target](const CancelFlag &, const ProgressSink &) {
        return Job::Deliver([this, model, target, written = exportArtifact(model.folder, target)] {
            if (!written) {
                say(written.error().message, "bad");
                return;
            }
            QString text = tr("Written: %1").arg(QDir::toNativeSeparators(target));
            if (model.hasClassNames)
                text += QLatin1Char('\n') + tr("The file holds no class names. By number, from 0: %1")
                                                .arg(model.classes.join(QStringLiteral(", ")));
            say(text, "");
        });
    });
    connect(m_job.get(), &Job::failed, this, [this](const Error &error) {
        say(error.message, "bad");
        Q_EMIT finished();
    });
    connect(m_job.get(), &Job::finished, this, &CloudExportLine::finished);
    say({}, "");
    m_strip->follow(*m_job, tr("Writing %1...").arg(QDir::toNativeSeparators(target)));
    m_job->start();
}

void CloudExportLine::clear()
{
    m_words->clear();
    m_words->hide();
    setVisible(m_job && m_job->isRunning());
}

void CloudExportLine::say(const QString &text, const char *kind)
{
    setKind(*m_words, kind);
    m_words->setText(text);
    m_words->setVisible(!text.isEmpty());
    show();
}

} // namespace boxwright
