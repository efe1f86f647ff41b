// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include "core/formats/export_preview.h"
#include "core/jobs/job.h"
#include "core/session/class_order.h"
#include "core/session/cloud_hand_over.h"
#include "ui/dialogs/cloud_form.h"
#include "ui/dialogs/export_form.h"
#include "ui/dialogs/format_notes.h"
#include "ui/dialogs/growing_area.h"
#include "ui/dialogs/job_strip.h"
#include "ui/dialogs/upload_run.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QUrl>
#include <QVBoxLayout>

namespace boxwright {

namespace {

constexpr int kWidth = 560;
/// Above that a trial write would cost more than it tells; the notes then come with the export itself.
constexpr qint64 kMaxRehearsedImages = 2'000;

/// The chosen images with the chosen classes.
class ChosenSource
{
public:
    ChosenSource(const Dataset &dataset, const QString &folder, const ExportChoice &choice)
        : m_images(dataset, folder, choice.selection)
        , m_source(m_images, routeClasses(dataset.classNames(), choice.classes).value_or(ClassRoutes()))
    {
    }
    FormatSource &operator*() { return m_source; }
    FormatSource *operator->() { return &m_source; }

private:
    DatasetSource m_images;
    RoutedSource m_source;
};

WriteOptions optionsOf(const ExportChoice &choice)
{
    WriteOptions options;
    options.to = choice.folder;
    options.copyImages = choice.copyImages;
    options.bakesOrientation = choice.isUpright;
    options.shorterEdge = choice.shorterEdge;
    options.s3Prefix = choice.s3Prefix;
    options.imageRoot = choice.imageRoot;
    return options;
}

/// What a writing without copies tells of.
QList<FormatNote> trialNotes(const ExportChoice &choice, FormatSource &source, const CancelFlag &cancel)
{
    QList<FormatNote> notes;
    const QTemporaryDir trial;
    WriteOptions options = optionsOf(choice);
    options.to = trial.path();
    options.copyImages = false;
    options.cancel = cancel;
    const auto take = [&notes](const FormatNote &note) { notes << note; };
    return choice.format->write(options, source, take) ? notes : QList<FormatNote>();
}

/// Exports, and where a job is wanted writes it; `script` then is what starts it.
Result<ExportReport> exportWithJob(const DatasetFormat &format, WriteOptions options, FormatSource &source,
                                   const std::optional<CloudHandOver> &handOver, QString &script)
{
    if (handOver) {
        if (Result<> ready = prepareHandOver(format.id(), handOver->job, options, source); !ready)
            return failure(ready.error());
    }
    Result<ExportReport> report = exportDataset(format, options, source);
    if (!report || !handOver)
        return report;
    const Result<HandOverReport> job =
        writeHandOver(format.id(), report->folder, int(source.classes().size()), *handOver);
    if (!job)
        return failure(job.error());
    script = job->uploadScript;
    return report;
}

} // namespace

ExportDialog::ExportDialog(ProjectSession &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export the data set"));
    build();
    connect(m_form, &ExportForm::changed, this, &ExportDialog::showPreview);
    connect(m_cloud, &CloudForm::changed, this, &ExportDialog::showPreview);
    connect(m_orderAccepted, &QCheckBox::toggled, this, &ExportDialog::showState);
    connect(m_upload, &UploadRun::started, this, &ExportDialog::showState);
    connect(m_upload, &UploadRun::finished, this, &ExportDialog::showState);
    connect(&session.document(), &Document::changed, this, &ExportDialog::showPreview);
    showPreview();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::reject()
{
    if (m_job && m_job->isRunning())
        m_job->cancel(); // its answer says that it was stopped
    else if (m_upload->isRunning())
        m_upload->stop();
    else
        QDialog::reject();
}

void ExportDialog::build()
{
    m_form = new ExportForm(m_session);
    m_cloud = new CloudForm(m_session);
    m_upload = new UploadRun;
    m_preview = new QLabel;
    m_preview->setObjectName(QStringLiteral("preview"));
    m_orderWarning = new QLabel;
    m_orderWarning->setObjectName(QStringLiteral("orderWarning"));
    setKind(*m_orderWarning, "warn");
    m_orderAccepted = new QCheckBox(tr("I know: export with the new order"));
    m_orderAccepted->setObjectName(QStringLiteral("orderAccepted"));
    m_message = new QLabel;
    m_message->setObjectName(QStringLiteral("message"));
    for (QLabel *label : {m_preview, m_orderWarning, m_message})
        label->setWordWrap(true);
    m_notes = makeNotesView();
    m_strip = new JobStrip;
    auto *buttons = new QDialogButtonBox;
    m_export = buttons->addButton(tr("Export"), QDialogButtonBox::ActionRole);
    m_export->setObjectName(QStringLiteral("export"));
    m_export->setDefault(true);
    setKind(*m_export, "primary");
    m_open = buttons->addButton(tr("Open folder"), QDialogButtonBox::ActionRole);
    m_open->setObjectName(QStringLiteral("openFolder"));
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setObjectName(QStringLiteral("close"));
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_open, &QPushButton::clicked, this, &ExportDialog::openFolder);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);

    auto *content = new QWidget;
    auto *choices = new QVBoxLayout(content);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(12);
    choices->addWidget(m_form);
    choices->addWidget(m_cloud);
    choices->addStretch(1);
    m_form->setMinimumWidth(kWidth); // the layout sets the dialog's own
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->setSizeConstraint(QLayout::SetMinimumSize); // grows with what it has to say
    layout->addWidget(new GrowingArea(content, this), 1);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_preview, m_orderWarning, m_orderAccepted, m_message, m_notes, m_upload})
        layout->addWidget(part);
    layout->addWidget(m_strip);
    layout->addWidget(buttons);
}

void ExportDialog::showPreview()
{
    if ((m_job && m_job->isRunning()) || m_upload->isRunning())
        return;
    const ExportChoice choice = m_form->choice();
    ChosenSource source(m_session.dataset(), m_session.folder(), choice);
    qint64 labels = 0;
    qint64 training = 0;
    source->rewind();
    while (const std::optional<FormatImage> image = source->next()) {
        labels += qint64(image->labels.size());
        training += image->split == Split::Train || image->split == Split::None ? 1 : 0;
    }
    m_cloud->setFormat(choice.format->id());
    m_cloud->setTrainingImages(training);
    m_images = source->imageCount();
    m_classes = source->classes();
    m_preview->setText(tr("%1 with %2; classes in this order: %3")
                           .arg(tr("%n image(s)", nullptr, int(m_images)), tr("%n label(s)", nullptr, int(labels)),
                                numberedClasses(m_classes)));
    m_message->clear();
    setKind(*m_message, "dim");
    showNotes(*m_notes, {});
    m_exportedFolder.clear();
    m_upload->offer({});
    checkClassOrder();
    rehearse();
    showState();
}

void ExportDialog::checkClassOrder()
{
    const QStringList before = classOrderOf(m_session.setting(classOrderSetting()));
    m_hasOrderChanged = changesClassOrder(before, m_classes);
    m_orderWarning->setText(tr("The order of the classes has changed since the last export. It was: %1. What was "
                               "trained on that export would take one class for another.")
                                .arg(numberedClasses(before)));
    m_orderWarning->setVisible(m_hasOrderChanged);
    m_orderAccepted->setVisible(m_hasOrderChanged);
}

void ExportDialog::rehearse()
{
    m_rehearsal.reset();
    const ExportChoice choice = m_form->choice();
    if (!m_form->problem().isEmpty() || m_images == 0)
        return;
    auto work = [this, choice, images = m_images, dataset = m_session.dataset(),
                 folder = m_session.folder()](const CancelFlag &cancel, const ProgressSink &) -> Job::Deliver {
        ChosenSource source(dataset, folder, choice);
        ExportLosses losses(*choice.format);
        for (auto image = source->next(); image && !cancel.isCancelled(); image = source->next())
            losses.add(*image);
        QList<FormatNote> notes = losses.notes();
        if (images <= kMaxRehearsedImages && !choice.format->abilities().packsImages)
            notes << trialNotes(choice, *source, cancel);
        if (cancel.isCancelled())
            return {};
        return [this, notes] {
            if (notes.isEmpty())
                return;
            m_message->setText(tr("What this format cannot carry or leaves out:"));
            m_message->show();
            showNotes(*m_notes, notes);
        };
    };
    m_rehearsal = std::make_unique<Job>(std::move(work));
    m_rehearsal->start();
}

void ExportDialog::start()
{
    m_rehearsal.reset();
    const ExportChoice choice = m_form->choice();
    auto work = [this, choice, handOver = m_cloud->handOver(choice.folder), dataset = m_session.dataset(),
                 folder = m_session.folder()](const CancelFlag &cancel, const ProgressSink &progress) -> Job::Deliver {
        ChosenSource source(dataset, folder, choice);
        WriteOptions options = optionsOf(choice);
        options.cancel = cancel;
        options.progress = progress;
        QString script;
        const Result<ExportReport> report = exportWithJob(*choice.format, options, *source, handOver, script);
        return [this, report, script] { end(report, script); };
    };
    m_job = std::make_unique<Job>(std::move(work));
    connect(m_job.get(), &Job::failed, this, [this](const Error &error) { end(failure(error), {}); });
    m_message->clear();
    m_upload->offer({});
    showNotes(*m_notes, {});
    m_strip->follow(*m_job, tr("Writing..."));
    m_job->start();
    showState();
}

void ExportDialog::end(const Result<ExportReport> &report, const QString &handOver)
{
    if (!report) {
        setKind(*m_message, "bad");
        m_message->setText(report.error().message);
        m_message->setToolTip(report.error().detail);
        showState();
        return;
    }
    m_form->remember();
    m_cloud->remember();
    m_session.setSetting(classOrderSetting(), classOrderText(m_classes));
    m_orderAccepted->setChecked(false);
    checkClassOrder();
    m_exportedFolder = report->folder;
    setKind(*m_message, "title");
    m_message->setText(tr("Exported and read back: %1 with %2 in %3")
                           .arg(tr("%n image(s)", nullptr, int(report->images)),
                                tr("%n label(s)", nullptr, int(report->labels)),
                                QDir::toNativeSeparators(report->folder)));
    if (!handOver.isEmpty())
        m_message->setText(m_message->text() + u'\n' +
                           tr("To start the training in the cloud, run %1").arg(QDir::toNativeSeparators(handOver)));
    m_upload->offer(handOver);
    showNotes(*m_notes, report->notes);
    showState();
    Q_EMIT exported(*report);
}

void ExportDialog::openFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_exportedFolder));
}

void ExportDialog::showState()
{
    const bool isRunning = (m_job && m_job->isRunning()) || m_upload->isRunning();
    QString problem = m_form->problem();
    if (problem.isEmpty())
        problem = m_cloud->problem();
    if (problem.isEmpty() && m_images == 0)
        problem = tr("There is no image to export with these choices.");
    if (!problem.isEmpty() && !isRunning)
        m_message->setText(problem);
    m_message->setVisible(!m_message->text().isEmpty());
    m_form->setEnabled(!isRunning);
    m_cloud->setEnabled(!isRunning);
    m_export->setEnabled(!isRunning && problem.isEmpty() && (!m_hasOrderChanged || m_orderAccepted->isChecked()));
    m_open->setVisible(!m_exportedFolder.isEmpty());
    m_close->setText(isRunning ? tr("Cancel") : tr("Close"));
}

} // namespace boxwright
