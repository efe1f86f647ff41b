// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/fetch_weights_dialog.h"

#include "core/download/download.h"
#include "core/jobs/job.h"
#include "ui/dialogs/job_strip.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace boxwright {

FetchWeightsDialog::FetchWeightsDialog(const QString &baseNetwork, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_weights(publicWeights())
    , m_folder(folder)
{
    std::erase_if(m_weights, [&](const PublicWeights &weights) { return weights.baseNetwork != baseNetwork; });
    setObjectName(QStringLiteral("fetchWeightsDialog"));
    setWindowTitle(tr("Fetch ImageNet weights for %1").arg(baseNetwork));
    build();
    connect(m_choice, &QComboBox::currentIndexChanged, this, &FetchWeightsDialog::takeChoice);
    takeChoice();
}

FetchWeightsDialog::~FetchWeightsDialog() = default;

void FetchWeightsDialog::build()
{
    auto *hint =
        new QLabel(tr("Public weights that others have trained on ImageNet. Only this file is fetched; nothing "
                      "of yours is sent. It is kept in %1.")
                       .arg(QDir::toNativeSeparators(m_folder)));
    hint->setWordWrap(true);
    setKind(*hint, "dim");
    m_choice = new QComboBox;
    m_choice->setObjectName(QStringLiteral("publicWeights"));
    for (const PublicWeights &weights : m_weights)
        m_choice->addItem(tr("%1 · %2 MB · %3").arg(fileNameOf(weights)).arg(weights.megabytes).arg(weights.origin));
    m_address = new QLineEdit;
    m_address->setObjectName(QStringLiteral("address"));
    m_address->setToolTip(tr("Files move: another address of the same file can be written here."));
    m_outcome = new QLabel;
    m_outcome->setObjectName(QStringLiteral("outcome"));
    m_outcome->setWordWrap(true);
    setKind(*m_outcome, "bad");
    m_strip = new JobStrip;
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_fetch = buttons->addButton(tr("Fetch"), QDialogButtonBox::AcceptRole);
    m_fetch->setObjectName(QStringLiteral("fetch"));
    setKind(*m_fetch, "primary");
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &FetchWeightsDialog::fetch);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->addRow(tr("Weights"), m_choice);
    form->addRow(tr("Address"), m_address);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(hint);
    layout->addLayout(form);
    layout->addWidget(m_outcome);
    layout->addStretch(1);
    layout->addWidget(m_strip);
    layout->addWidget(buttons);
    setMinimumWidth(560);
}

const PublicWeights &FetchWeightsDialog::chosen() const
{
    return m_weights[static_cast<size_t>(std::max(0, m_choice->currentIndex()))];
}

void FetchWeightsDialog::takeChoice()
{
    m_fetch->setEnabled(!m_weights.empty());
    m_outcome->setVisible(m_weights.empty());
    if (m_weights.empty())
        m_outcome->setText(tr("No public weights are known for this base network."));
    else
        m_address->setText(chosen().address);
}

void FetchWeightsDialog::fetch()
{
    if (m_job && m_job->isRunning())
        return;
    DownloadRequest request;
    request.address = QUrl(m_address->text().trimmed());
    request.file = QDir(m_folder).filePath(fileNameOf(chosen()));
    request.sha256 = chosen().sha256;
    m_fetch->setEnabled(false);
    m_outcome->hide();
    auto work = [this, request](const CancelFlag &cancel, const ProgressSink &progress) -> Job::Deliver {
        const Result<> done = download(request, cancel, progress);
        return [this, done, file = request.file] {
            m_fetch->setEnabled(true);
            if (!done) {
                m_outcome->setText(done.error().message);
                m_outcome->show();
                return;
            }
            m_file = file;
            accept();
        };
    };
    m_job = std::make_unique<Job>(std::move(work));
    m_strip->follow(*m_job, tr("Asking %1...").arg(request.address.host()));
    m_job->start();
}

} // namespace boxwright
